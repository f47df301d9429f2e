import { parseUrl } from './url.ts';

const ADDRESS = /^(?:\[.*\]|[\d.]+)$/;

/**
 * Whether two URLs are of one site, without the list of public suffixes. Hosts whose last two labels
 * differ are of two sites. Null when only the list could tell: `a.example.com` and `b.example.com`
 * are most likely of one site, `a.github.io` and `b.github.io` are not.
 */
export function isSameSite(one: string, other: string): boolean | null {
  const [a, b] = [parseUrl(one)?.hostname, parseUrl(other)?.hostname];
  if (!a || !b) return null;
  if (a === b) return true;
  if (ADDRESS.test(a) || ADDRESS.test(b) || tail(a) !== tail(b)) return false;
  return null;
}

function tail(host: string): string {
  return host.split('.').slice(-2).join('.');
}
