import { isLoopbackHost, parseUrl } from '../../http/url.ts';

/** In what two URLs differ although they lead to the same route of an application. */
export type RouteChange = 'slash' | 'case' | 'locale' | 'host' | 'scheme';

const LOCALE = /^\/[a-z]{2}(?:[-_][a-z]{2})?(?=\/)/i;

/**
 * What a redirect to the same route changed: what web servers and frameworks rewrite before a route is
 * called. Null when it leads elsewhere, or to the same URL apart from its query.
 */
export function routeChange(from: string, to: string): RouteChange | null {
  const [a, b] = [parseUrl(from), parseUrl(to)];
  if (!a || !b) return null;
  const path = pathChange(a.pathname, b.pathname);
  if (path === 'other') return null;
  if (a.hostname !== b.hostname) return isSameHost(a.hostname, b.hostname) ? 'host' : null;
  if (a.protocol !== b.protocol) return 'scheme';
  return path;
}

function pathChange(one: string, other: string): RouteChange | 'other' | null {
  if (one === other) return null;
  const bare = (path: string): string => path.replace(/\/+$/, '');
  if (bare(one) === bare(other)) return bare(one) === '' ? null : 'slash';
  if (one.toLowerCase() === other.toLowerCase()) return 'case';
  const unlocalized = (path: string): string => bare(path.replace(LOCALE, ''));
  const isLocalized = unlocalized(one) === unlocalized(other) && unlocalized(one) !== '';
  return isLocalized ? 'locale' : 'other';
}

/** Whether two host names are of one application: with `www.` and without, or loopback. */
function isSameHost(one: string, other: string): boolean {
  if (one === `www.${other}` || other === `www.${one}`) return true;
  return isLoopbackHost(one) && isLoopbackHost(other);
}
