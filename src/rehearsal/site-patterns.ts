import { originOfUrl, parseUrl } from '../http/url.ts';

/** A pattern of a browser for all URLs of an origin; with its port only where the browser reads ports. */
export function sitePattern(origin: string, withPort: boolean): string {
  const url = parseUrl(origin);
  if (!url) throw new TypeError(`${origin} is no origin`);
  return `${url.protocol}//${withPort ? url.host : url.hostname}/*`;
}

const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/;

/** Whether patterns that the browser has granted cover every one of the origins. */
export function coversAll(patterns: readonly string[], origins: readonly string[]): boolean {
  return origins.every((origin) => patterns.some((pattern) => covers(pattern, origin)));
}

function covers(pattern: string, origin: string): boolean {
  const url = originOfUrl(origin) === null ? null : parseUrl(origin);
  if (!url) return false;
  if (pattern === '<all_urls>') return true;
  const [, scheme = '', host = ''] = PATTERN.exec(pattern) ?? [];
  if (scheme === '' || (scheme !== '*' && `${scheme}:` !== url.protocol)) return false;
  if (host === '*' || host === url.host || host === url.hostname) return true;
  const domain = host.startsWith('*.') ? host.slice(2) : null;
  return domain !== null && (url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}
