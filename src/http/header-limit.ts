import type { Exchange } from './exchange.ts';
import { htmlText } from './html-text.ts';
import { requestCookies } from './request-cookies.ts';
import { isError } from './status.ts';

/** RFC 6585 section 5; 494 is nginx's own. */
const TOO_LARGE: ReadonlySet<number> = new Set([431, 494]);
/** How servers say it under another status. */
const WORDS =
  /\b(?:headers?|header fields?|cookies?)(?: (?:is|are))? too (?:large|long|big)|\brequest too long\b|size of the request headers is too long|header (?:field|line) exceeds/i;
const MAX_BODY = 4_000;
/** The limit of most servers is 8 kB or more. */
const SUSPICIOUS = 8_000;
/** A page that says nothing but its status. */
const BARE = /^(?:(?:400|bad request|nginx(?:\/[\d.]+)?|openresty|cloudflare)[\s.:!-]*)*$/i;

/**
 * Whether the header fields of a request were too large for the server. `certain`: it says so.
 * `likely`: it says nothing, and they are large. Null when nothing speaks for it.
 */
export function headerRefusal(exchange: Exchange): 'certain' | 'likely' | null {
  const { response } = exchange;
  if (!response || !isError(response) || response.status === 413) return null;
  if (TOO_LARGE.has(response.status ?? 0)) return 'certain';
  const said = 'text' in response.body ? response.body.text.slice(0, MAX_BODY) : '';
  if (WORDS.test(`${response.statusText} ${said}`)) return 'certain';
  if (response.status !== 400 || headerSize(exchange) < SUSPICIOUS) return null;
  return BARE.test(htmlText(said).text.trim()) ? 'likely' : null;
}

/** Octets of the header fields of a request, as HTTP/1.1 sends them. */
export function headerSize({ request }: Exchange): number {
  return request.headers.reduce((sum, { name, value }) => sum + name.length + value.length + 4, 0);
}

/** Cookies of one request whose names begin alike and end in a random value. */
export interface CookieFamily {
  readonly prefix: string;
  readonly count: number;
}

const RANDOM_TAIL = /^(.{2,}?[._:-])[\w-]{16,}$/;

/** The largest family of cookies in a request, with at least two members; null when there is none. */
export function cookieFamily(exchange: Exchange): CookieFamily | null {
  const counts = new Map<string, number>();
  for (const { name } of requestCookies(exchange)) {
    const prefix = RANDOM_TAIL.exec(name.slice(0, 200))?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [largest] = [...counts].sort((a, b) => b[1] - a[1]);
  return largest && largest[1] > 1 ? { prefix: largest[0], count: largest[1] } : null;
}
