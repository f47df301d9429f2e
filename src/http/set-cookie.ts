import { parseSetCookie } from 'set-cookie-parser';
import type { Exchange } from './exchange.ts';
import { headerValues } from './headers.ts';

/** RFC 6265bis section 5.5: one cookie that a response sets. */
export interface SetCookie {
  readonly name: string;
  /** As sent, not percent-decoded. */
  readonly value: string;
  readonly domain: string | null;
  readonly path: string | null;
  /** Milliseconds since the epoch. */
  readonly expires: number | null;
  /** Seconds. */
  readonly maxAge: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Lower-cased; null when the attribute is absent, which browsers take for `lax`. */
  readonly sameSite: string | null;
  readonly partitioned: boolean;
}

/** RFC 6265bis section 5.6: the cookies that the response of an exchange sets, in order. */
export function responseCookies(exchange: Exchange): SetCookie[] {
  const fields = headerValues(exchange.response?.headers ?? [], 'set-cookie');
  // Some recorders join the fields with a line feed, which no field value can hold.
  const lines = fields.flatMap((field) => field.split('\n'));
  const cookies = parseSetCookie(lines, { decodeValues: false, silent: true, split: false });
  return cookies.map((cookie) => ({
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain ?? null,
    path: cookie.path ?? null,
    expires: cookie.expires?.getTime() ?? null,
    maxAge: cookie.maxAge ?? null,
    secure: cookie.secure ?? false,
    httpOnly: cookie.httpOnly ?? false,
    sameSite: cookie.sameSite?.toLowerCase() ?? null,
    partitioned: cookie.partitioned ?? false,
  }));
}
