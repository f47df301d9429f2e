import type { SetCookie } from './set-cookie.ts';
import { parseUrl } from './url.ts';

const ADDRESS = /^(?:\[.*\]|[\d.]+)$/;

/** RFC 6265bis section 5.1.3: whether a host is a domain or a subdomain of it. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !ADDRESS.test(host));
}

/** RFC 6265bis section 5.1.4: the path of a cookie whose field names none. */
function defaultPath(url: URL): string {
  const end = url.pathname.lastIndexOf('/');
  return end <= 0 ? '/' : url.pathname.slice(0, end);
}

/** The path of a cookie that the response of this URL sets. */
export function pathOfCookie({ path }: SetCookie, setBy: URL): string {
  return path ?? defaultPath(setBy);
}

/** RFC 6265bis section 5.1.4. */
export function pathMatches(pathname: string, path: string): boolean {
  if (!pathname.startsWith(path)) return false;
  return pathname.length === path.length || path.endsWith('/') || pathname[path.length] === '/';
}

/** Whether host and path of a URL allow that a cookie is sent there. */
export function isInScope(cookie: SetCookie, setBy: string, url: string): boolean {
  const [from, to] = [parseUrl(setBy), parseUrl(url)];
  if (!from || !to) return false;
  const host =
    cookie.domain === null
      ? to.hostname === from.hostname
      : domainMatches(to.hostname, cookie.domain);
  return host && pathMatches(to.pathname, pathOfCookie(cookie, from));
}

/** Whether the field removes the cookie, as its lifetime is over when it arrives. */
export function isRemoval({ maxAge, expires }: SetCookie, at: number): boolean {
  return maxAge === null ? expires !== null && expires <= at : maxAge <= 0;
}

/** When a cookie that was stored at this moment ends; null when it ends with the browser session. */
export function endOfCookie({ maxAge, expires }: SetCookie, storedAt: number): number | null {
  return maxAge === null ? expires : storedAt + maxAge * 1_000;
}
