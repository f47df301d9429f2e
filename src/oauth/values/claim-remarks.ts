import type { JsonObject } from './json.ts';
import { numericClaim } from './jwt.ts';

/** Claims that are moments in seconds since 1970 (RFC 7519 section 2). */
const DATES = ['exp', 'nbf', 'iat', 'auth_time', 'updated_at', 'toe'];
/** Seconds since 1970 have ten digits until the year 2286. */
const MILLISECONDS = 1e11;
const DAY = 86_400;
const TEN_YEARS = 3_650 * DAY;

/** The moment that a claim names, in milliseconds since the epoch; null when it names none. */
export function momentOfClaim(name: string, value: unknown): number | null {
  return DATES.includes(name) && typeof value === 'number' && value > 0 && value < MILLISECONDS
    ? value * 1_000
    : null;
}

/** What is odd about the value of a claim, as a sentence; null when nothing is. */
export function claimRemark(name: string, claims: JsonObject): string | null {
  if (!DATES.includes(name)) return null;
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (typeof value === 'string') return 'A string. Times are numbers of seconds since 1970.';
  if (typeof value !== 'number') return value === undefined ? null : 'Not a number of seconds.';
  if (value >= MILLISECONDS) return 'Too large for seconds: these are milliseconds.';
  if (value === 0) {
    return name === 'auth_time'
      ? '0 stands for no time: the server does not know when the user logged in.'
      : '0 stands for no time.';
  }
  if (value < 0) return 'A time before 1970.';
  return order(name, value, claims);
}

function order(name: string, value: number, claims: JsonObject): string | null {
  const [iat, exp] = [numericClaim(claims, 'iat'), numericClaim(claims, 'exp')];
  if (name === 'exp' && iat !== null && iat < MILLISECONDS) {
    if (value <= iat) return 'Not after iat: the token was never valid.';
    if (value - iat > TEN_YEARS) return 'More than ten years after iat.';
  }
  if (name === 'nbf' && exp !== null && value >= exp)
    return 'Not before exp: the token is never valid.';
  if (name === 'auth_time' && iat !== null && value > iat + 60)
    return 'After iat: the token is older than the login.';
  return null;
}
