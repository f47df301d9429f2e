import { parseUrl } from './url.ts';

/** Where two URLs differ, in the order in which a developer compares them. */
export type UrlPart =
  | 'scheme'
  | 'host'
  | 'port'
  | 'trailing slash'
  | 'upper and lower case'
  | 'path'
  | 'query'
  | 'fragment'
  | 'encoding';

/**
 * The components in which two URLs differ. Servers compare redirect URIs character by character
 * (RFC 6749 section 3.1.2.3), so two spellings of the same URL differ too.
 */
export function urlDifferences(one: string, other: string): readonly UrlPart[] {
  if (one === other) return [];
  const a = parseUrl(one);
  const b = parseUrl(other);
  if (!a || !b) return ['encoding'];
  const parts: UrlPart[] = [];
  if (a.protocol !== b.protocol) parts.push('scheme');
  if (a.hostname !== b.hostname) parts.push('host');
  if (a.port !== b.port) parts.push('port');
  const path = pathDifference(a.pathname, b.pathname);
  if (path) parts.push(path);
  if (a.search !== b.search) parts.push('query');
  if (a.hash !== b.hash) parts.push('fragment');
  return parts.length > 0 ? parts : [writtenDifference(one, other)];
}

function pathDifference(one: string, other: string): UrlPart | null {
  if (one === other) return null;
  if (`${one}/` === other || one === `${other}/`) return 'trailing slash';
  return one.toLowerCase() === other.toLowerCase() ? 'upper and lower case' : 'path';
}

/**
 * Finds differences that parsing removes: `https://A.test` and `https://a.test/` are one URL in two
 * spellings.
 */
function writtenDifference(one: string, other: string): UrlPart {
  if (`${one}/` === other || one === `${other}/`) return 'trailing slash';
  return one.toLowerCase() === other.toLowerCase() ? 'upper and lower case' : 'encoding';
}
