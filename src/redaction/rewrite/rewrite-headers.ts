import { splitCredentials } from '../../http/credentials.ts';
import type { Header } from '../../http/exchange.ts';
import { rewriteCookies, rewriteSetCookies } from './rewrite-cookies.ts';
import { rewriteUrl, type UrlWork } from './rewrite-url.ts';

const URLS = new Set('location content-location referer origin'.split(' '));
/** Fields that a server or a browser fills from a fixed vocabulary, or with times and sizes. */
const FIXED = new Set(
  (
    'accept accept-encoding accept-language age cache-control connection content-encoding content-type date expires ' +
    'last-modified pragma server te transfer-encoding upgrade upgrade-insecure-requests vary via user-agent'
  ).split(' '),
);
const FIXED_PREFIX = /^(?:sec-|access-control-|x-frame-|:(?:method|scheme|status))/;

/** A header field with its values replaced (RFC 9110). */
export function rewriteHeader({ name, value }: Header, work: UrlWork): Header {
  const rewritten = rewriteField(name.toLowerCase(), value, work);
  return rewritten === value ? { name, value } : { name, value: rewritten };
}

function rewriteField(name: string, value: string, work: UrlWork): string {
  if (value === '') return value;
  if (name === 'cookie') return rewriteCookies(value, work);
  if (name === 'set-cookie') return rewriteSetCookies(value, work);
  if (name === 'authorization' || name === 'proxy-authorization') {
    return rewriteCredentials(name, value, work);
  }
  if (URLS.has(name) || name === ':path') return rewriteUrl(value, work);
  if (name === 'host' || name === ':authority') return work.host(value);
  if (FIXED.has(name) || FIXED_PREFIX.test(name)) return value;
  return work.leaf(name, value);
}

/** The scheme stays (RFC 9110 section 11.4). */
function rewriteCredentials(name: string, value: string, { leaf, text }: UrlWork): string {
  const { scheme, credentials } = splitCredentials(value);
  // The scheme alone, without credentials.
  if (scheme === '' && /^[A-Za-z]{1,12}$/.test(value.trim())) return value;
  const replaced = leaf(name, credentials.trim());
  if (replaced === credentials.trim()) return scheme + text(credentials);
  const before = credentials.slice(0, credentials.length - credentials.trimStart().length);
  return scheme + before + replaced + credentials.slice(credentials.trimEnd().length);
}
