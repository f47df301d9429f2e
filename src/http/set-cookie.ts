import { parseCookieDate } from './cookie-date.ts';
import type { Exchange } from './exchange.ts';
import { headerValues } from './headers.ts';
import { memoised } from './memo.ts';
import type { Cookie } from './request-cookies.ts';

/** A cookie as a `Set-Cookie` field sets it (RFC 6265bis section 5.6). */
export interface SetCookie extends Cookie {
  /** In lower case and without a leading dot; null when the cookie is for its host only. */
  readonly domain: string | null;
  /** Null when the directory of the URL counts (section 5.1.4). */
  readonly path: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Null when the field has no known value; what that means depends on the browser. */
  readonly sameSite: 'strict' | 'lax' | 'none' | null;
  readonly partitioned: boolean;
  /** Seconds. It takes precedence over `expires`. */
  readonly maxAge: number | null;
  /** Milliseconds since the epoch. */
  readonly expires: number | null;
}

/** RFC 6265bis section 5.6: a field with one of these sets no cookie. */
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F]/;
const SPACE_AROUND = /^[ \t]+|[ \t]+$/g;
/** RFC 6265bis section 5.6: browsers ignore an attribute whose value is longer. */
const MAX_ATTRIBUTE = 1_024;

/** RFC 6265bis section 5.6: the cookies that the response of an exchange sets, in order. */
export const responseCookies: (exchange: Exchange) => readonly SetCookie[] = memoised(
  (exchange) => {
    const fields = headerValues(exchange.response?.headers ?? [], 'set-cookie');
    // Some recorders join the fields with a line feed, which no field value can hold.
    return fields.flatMap((field) => field.split('\n')).flatMap(cookieOf);
  },
);

function cookieOf(field: string): SetCookie | [] {
  if (CONTROL.test(field)) return [];
  const [pair = '', ...attributes] = field.split(';');
  const equals = pair.indexOf('=');
  const name = (equals < 0 ? '' : pair.slice(0, equals)).replace(SPACE_AROUND, '');
  const value = pair.slice(equals + 1).replace(SPACE_AROUND, '');
  return name === '' && value === '' ? [] : { name, value, ...attributesOf(attributes) };
}

/** The last attribute of a name counts. */
function attributesOf(fields: readonly string[]): Omit<SetCookie, 'name' | 'value'> {
  const found = new Map<string, string>();
  for (const field of fields) {
    const equals = field.indexOf('=');
    const name = (equals < 0 ? field : field.slice(0, equals)).replace(SPACE_AROUND, '');
    const value = equals < 0 ? '' : field.slice(equals + 1).replace(SPACE_AROUND, '');
    if (value.length <= MAX_ATTRIBUTE) found.set(name.toLowerCase(), value);
  }
  const path = found.get('path');
  const expires = found.get('expires');
  return {
    domain: found.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: path?.startsWith('/') ? path : null,
    secure: found.has('secure'),
    httpOnly: found.has('httponly'),
    sameSite: sameSiteOf(found.get('samesite')),
    partitioned: found.has('partitioned'),
    maxAge: secondsOf(found.get('max-age')),
    expires: expires === undefined ? null : parseCookieDate(expires),
  };
}

function sameSiteOf(value: string | undefined): SetCookie['sameSite'] {
  const known = value?.toLowerCase();
  return known === 'strict' || known === 'lax' || known === 'none' ? known : null;
}

function secondsOf(value: string | undefined): number | null {
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : null;
}
