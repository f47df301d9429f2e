import type { BrowserName } from './browser-name.ts';
import { domainMatches, endOfCookie, pathMatches, pathOfCookie } from './cookie-scope.ts';
import type { SetCookie } from './set-cookie.ts';
import { isLoopbackHost, parseUrl } from './url.ts';

/** RFC 6265bis section 5.6: the octets that name and value may have together. */
export const MAX_COOKIE = 4_096;
/** How long Chromium sends a cookie without SameSite with a cross-site POST, in milliseconds. */
const LAX_ALLOWING_UNSAFE = 120_000;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Why a browser that follows RFC 6265bis does not send a cookie. */
export type CookieLoss =
  | 'too-large'
  | 'prefix'
  | 'none-without-secure'
  | 'secure-from-http'
  | 'domain-refused'
  | 'other-host'
  | 'other-path'
  | 'secure-to-http'
  | 'expired'
  | 'framed'
  | 'lax-post'
  | 'strict';

/** A response that set a cookie. */
export interface Setter {
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A request that might have carried the cookie. */
export interface Receiver {
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch; null when its clock is not that of the setter. */
  readonly at: number | null;
  /** Whether another site caused the request; null when that is unknown. */
  readonly crossSite: boolean | null;
  /** Whether redirects that began at the own site led to the request; null when unknown. */
  readonly begunHere: boolean | null;
  /** Whether it belongs to a frame that a page of another site embeds. */
  readonly framed: boolean;
  readonly browser: BrowserName | null;
}

/** RFC 6265bis section 5.6: octets of name and value. */
export function sizeOfCookie({ name, value }: Pick<SetCookie, 'name' | 'value'>): number {
  return new TextEncoder().encode(name + value).length;
}

/**
 * The reason why a cookie does not come with a request; null when its attributes allow it. What
 * keeps a browser from storing it comes first.
 */
export function cookieLoss(cookie: SetCookie, by: Setter, to: Receiver): CookieLoss | null {
  const [from, target] = [parseUrl(by.url), parseUrl(to.url)];
  if (!from || !target) return null;
  return (
    refusal(cookie, from, to.browser) ??
    outOfScope(cookie, from, target, to) ??
    withheld(cookie, by, to)
  );
}

/** Why a browser does not store a cookie that a response of this URL sets; null when it does. */
export function cookieRefusal(
  cookie: SetCookie,
  url: string,
  browser: BrowserName | null,
): CookieLoss | null {
  const from = parseUrl(url);
  return from && refusal(cookie, from, browser);
}

/** RFC 6265bis section 5.7. */
function refusal(cookie: SetCookie, from: URL, browser: Receiver['browser']): CookieLoss | null {
  if (sizeOfCookie(cookie) > MAX_COOKIE) return 'too-large';
  if (breaksPrefix(cookie)) return 'prefix';
  if (cookie.secure && isPlain(from, browser)) return 'secure-from-http';
  if (cookie.sameSite === 'none' && !cookie.secure) return 'none-without-secure';
  const { domain } = cookie;
  if (domain === null || domain === from.hostname) return null;
  return domainMatches(from.hostname, domain) && domain.includes('.') ? null : 'domain-refused';
}

/** RFC 6265bis section 4.1.3. */
function breaksPrefix({ name, secure, domain, path }: SetCookie): boolean {
  if (/^__secure-/i.test(name)) return !secure;
  if (!/^__host-/i.test(name)) return false;
  return !secure || domain !== null || path !== '/';
}

/** RFC 6265bis section 5.8.3: host, path, scheme and time. */
function outOfScope(cookie: SetCookie, from: URL, target: URL, to: Receiver): CookieLoss | null {
  const { domain, secure } = cookie;
  const isHost =
    domain === null ? target.hostname === from.hostname : domainMatches(target.hostname, domain);
  if (!isHost) return 'other-host';
  if (!pathMatches(target.pathname, pathOfCookie(cookie, from))) return 'other-path';
  return secure && isPlain(target, to.browser) ? 'secure-to-http' : null;
}

/** Whether a URL is not trustworthy. Browsers other than Safari trust the loopback interface. */
function isPlain({ protocol, hostname }: URL, browser: Receiver['browser']): boolean {
  return protocol === 'http:' && (browser === 'safari' || !isLoopbackHost(hostname));
}

function withheld(cookie: SetCookie, by: Setter, to: Receiver): CookieLoss | null {
  const end = endOfCookie(cookie, by.at);
  if (end !== null && to.at !== null && end <= to.at) return 'expired';
  if (to.framed) return 'framed';
  if (to.crossSite !== true) return null;
  if (cookie.sameSite === 'strict' && !(to.browser === 'chromium' && to.begunHere)) return 'strict';
  return SAFE.has(to.method) || !isLax(cookie, by, to) ? null : 'lax-post';
}

/** Whether the browser treats the cookie as Lax. Chromium does so when the field does not say. */
function isLax({ sameSite }: SetCookie, by: Setter, to: Receiver): boolean {
  if (sameSite !== null) return sameSite === 'lax';
  return to.browser === 'chromium' && to.at !== null && to.at - by.at > LAX_ALLOWING_UNSAFE;
}
