/** Parses a URL, relative to a base when given; null instead of an exception. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

/** Scheme, host and port of a URL (RFC 6454); the scheme alone for schemes without an authority. */
export function originOfUrl(url: string): string | null {
  const plain = PLAIN.exec(url)?.[0];
  if (plain !== undefined && !plain.includes('xn--')) return plain;
  const known = origins.get(url);
  if (known !== undefined) return known;
  const parsed = parseUrl(url);
  const origin = parsed && (parsed.origin === 'null' ? parsed.protocol : parsed.origin);
  if (url.length > MAX_REMEMBERED) return origin;
  if (origins.size >= MAX_ORIGINS) origins.clear();
  origins.set(url, origin);
  return origin;
}

/** A URL whose origin is its beginning as written: no port, no number, nothing to be lowered. */
const PLAIN = /^https?:\/\/(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*(?=[/?#]|$)/;

/** Checks ask for the origins of the same few URLs again and again. */
const origins = new Map<string, string | null>();
const MAX_ORIGINS = 4_096;
const MAX_REMEMBERED = 2_048;

/** Host and port of an issuer or origin; the text itself when it is not a URL with a host. */
export function hostOf(url: string): string {
  return parseUrl(url)?.host || url;
}

/** The URL up to its query; it names an endpoint. */
export function withoutQuery(url: string): string {
  const query = url.indexOf('?');
  const end = url.indexOf('#');
  const first = query < 0 || (end >= 0 && end < query) ? end : query;
  return first < 0 ? url : url.slice(0, first);
}

/** The URL up to its fragment, which is the part that goes to the server. */
export function withoutFragment(url: string): string {
  const end = url.indexOf('#');
  return end < 0 ? url : url.slice(0, end);
}

/** The query without its `?`; empty when there is none. */
export function queryOf(url: string): string {
  const bare = withoutFragment(url);
  const start = bare.indexOf('?');
  return start < 0 ? '' : bare.slice(start + 1);
}

/** The fragment without its `#`; empty when there is none. */
export function fragmentOf(url: string): string {
  const start = url.indexOf('#');
  return start < 0 ? '' : url.slice(start + 1);
}

/** Loopback as in RFC 8252 section 7.3, or a `localhost` name. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    /^127\.\d+\.\d+\.\d+$/.test(name)
  );
}
