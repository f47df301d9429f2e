import type { Exchange } from '../../http/exchange.ts';
import { isError } from '../../http/status.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import { saidIn } from './said.ts';
import type { TokenUse } from './token-use.ts';

/** What an API can have against a token. */
export type TokenFault =
  | 'certificate'
  | 'not yet valid'
  | 'expired'
  | 'keys'
  | 'algorithm'
  | 'audience'
  | 'issuer'
  | 'type'
  | 'signature'
  | 'revoked';

/** The more exact ones first: a message about a key usually names the signature as well. */
const FAULTS: readonly (readonly [TokenFault, RegExp])[] = [
  ['certificate', /\bcertificate|\bmtls\b|\bx5t\b|\bholder.of.key\b/i],
  [
    'not yet valid',
    /not (?:yet valid|valid (?:yet|before))|jwt not active|\bnbf\b|\bnot.?before\b|\bused before\b|before issued|in the future|used too early/i,
  ],
  ['expired', /\bexpired?\b(?! (?:at least|or\b))|\bexpiration\b|"exp"|lifetime validation/i],
  [
    'keys',
    /\bkid\b|\bjwks?\b|json web key set|\b(?:sign(?:ing|ature)|public|verification|security|matching|suitable|applicable) ?keys?\b|\bkey (?:id|set|not found)\b|\bunknown key\b/i,
  ],
  ['algorithm', /\balg(?:orithms?)?\b|\bsigning method\b/i],
  ['audience', /\baudiences?\b|\baud\b/i],
  ['issuer', /\bissuers?\b|\biss\b|\bissued by (?:a different|another)\b/i],
  [
    'type',
    /\btyp\b|\b(?:wrong|invalid|unexpected|unsupported) token.?type\b|\btoken.?use\b|\bat\+jwt\b/i,
  ],
  ['signature', /\bsignatures?\b|\bsigned\b|\bverification fail/i],
  [
    'revoked',
    /\brevoked\b|\binactive\b|\b(?:not|isn.t) active\b|\b(?:deny|block|black)list|\blogged out\b/i,
  ],
];
/** The reason stands at the beginning; traces and whole tokens may follow. */
const MAX_SAID = 300;
/** A sentence with more than that lists what could be wrong. */
const MOST_FAULTS = 3;
/** Phrases that name two reasons of which one holds. */
const BOILERPLATE =
  /\b(?:invalid|malformed|missing|revoked) or (?:has )?expired\b|\bexpired or (?:is )?not yet valid\b|\blifetime is invalid\b.*/i;

/** The words with which an API refused a token: of its challenge, else of its body. */
export function wordsAboutToken(exchange: Exchange): string | null {
  const description = bearerChallenge(exchange)?.description;
  if (description) return description.slice(0, MAX_SAID);
  const { code, text } = saidIn(exchange);
  return (text ?? code)?.slice(0, MAX_SAID) ?? null;
}

/** What an API says is wrong with a token; null when it names nothing, or many things. */
export function saidFault(exchange: Exchange): TokenFault | null {
  const words = wordsAboutToken(exchange)?.replace(BOILERPLATE, '');
  if (!words) return null;
  const found = FAULTS.filter(([, pattern]) => pattern.test(words));
  return found.length > MOST_FAULTS ? null : (found[0]?.[0] ?? null);
}

/**
 * These errors are not about the token: the proof lacks a nonce (RFC 9449), the login was too weak
 * (RFC 9470), or the scope is too small (RFC 6750).
 */
export const NOT_THE_TOKEN: ReadonlySet<string> = new Set([
  'use_dpop_nonce',
  'insufficient_user_authentication',
  'insufficient_scope',
]);

/** APIs that do not answer 401 for these still say that they read a token. */
const OF_JWT: ReadonlySet<TokenFault | null> = new Set<TokenFault>([
  'not yet valid',
  'keys',
  'algorithm',
  'audience',
  'issuer',
  'signature',
]);

/** A JWT that an API refused, and what the API says about it. */
export interface RefusedJwt {
  readonly jwt: Jwt;
  readonly fault: TokenFault | null;
}

/** The JWT of a call that an API refused: with 401, or by its words. Null for anything else. */
export function refusedJwt({ exchange, token }: TokenUse): RefusedJwt | null {
  const is401 = refusedWith(exchange) === 401;
  if (!is401 && !isError(exchange.response)) return null;
  if (NOT_THE_TOKEN.has(bearerChallenge(exchange)?.error ?? '')) return null;
  const jwt = jwtOf(token);
  if (!jwt) return null;
  const fault = saidFault(exchange);
  const says = OF_JWT.has(fault) && /jwt|token|bearer/i.test(wordsAboutToken(exchange) ?? '');
  return is401 || says ? { jwt, fault } : null;
}
