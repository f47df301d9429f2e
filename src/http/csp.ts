import type { Exchange } from './exchange.ts';
import { headerValues } from './headers.ts';
import { htmlTokens } from './html-tokens.ts';
import { originOfUrl, parseUrl } from './url.ts';

/** The part of a Content-Security-Policy that forbids a request. */
export interface CspRefusal {
  readonly directive: string;
  /** Its list of sources as sent; empty when it allows nothing. */
  readonly sources: string;
}

/** Policies are in the head of a page. */
const MAX_HEAD = 65_536;

/**
 * The directive of a document that forbids a request of its scripts or forms to a URL; null when
 * none does. `redirected` leaves the paths out (CSP3 sections 6.7.2.7 and 6.7.2.8).
 */
export function cspRefusal(
  document: Exchange,
  name: 'connect-src' | 'form-action',
  url: string,
  redirected = false,
): CspRefusal | null {
  for (const policy of policiesOf(document)) {
    const directive = policy.has(name) ? name : 'default-src';
    // Forms have no fallback (CSP3 section 6.4.1).
    const sources = name === 'form-action' ? policy.get(name) : policy.get(directive);
    if (sources === undefined) continue;
    const page = document.request.url;
    const words = sources.split(/\s+/).filter(Boolean);
    if (!words.some((word) => matches(word, url, page, redirected))) return { directive, sources };
  }
  return null;
}

type Policy = ReadonlyMap<string, string>;

function policiesOf({ response }: Exchange): readonly Policy[] {
  if (!response) return [];
  const sent = headerValues(response.headers, 'content-security-policy');
  const text = 'text' in response.body ? response.body.text.slice(0, MAX_HEAD) : '';
  return [...sent.flatMap((value) => value.split(',')), ...inMarkup(text)].map(parsePolicy);
}

function inMarkup(html: string): readonly string[] {
  if (!/content-security-policy/i.test(html)) return [];
  const found: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'start' || token.name !== 'meta') continue;
    const isPolicy = /^content-security-policy$/i.test(token.attributes.get('http-equiv') ?? '');
    if (isPolicy) found.push(token.attributes.get('content') ?? '');
  }
  return found;
}

/** The first directive of a name counts (CSP3 section 2.2.1). */
function parsePolicy(text: string): Policy {
  const policy = new Map<string, string>();
  for (const directive of text.split(';')) {
    const [, name, sources = ''] = /^\s*(\S+)(?:\s+(.*?))?\s*$/s.exec(directive) ?? [];
    if (name !== undefined && !policy.has(name.toLowerCase()))
      policy.set(name.toLowerCase(), sources);
  }
  return policy;
}

const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+|\[[^\]]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i;

/** CSP3 section 6.7.2.7: whether a source expression matches a URL. */
function matches(source: string, address: string, page: string, redirected: boolean): boolean {
  const url = parseUrl(address);
  const self = parseUrl(page);
  if (!url || !self) return true;
  const word = source.toLowerCase();
  if (word === '*')
    return /^(?:https?|wss?):$/.test(url.protocol) || url.protocol === self.protocol;
  if (word === "'self'") return originOfUrl(address) === originOfUrl(page) || isUpgraded(self, url);
  if (word.startsWith("'")) return false;
  if (/^[a-z][a-z\d+.-]*:$/.test(word)) return schemeMatches(word, url.protocol);
  const [, scheme, host = '', port, path = ''] = HOST_SOURCE.exec(source) ?? [];
  if (!schemeMatches(scheme ? `${scheme.toLowerCase()}:` : self.protocol, url.protocol))
    return false;
  if (!hostMatches(host.toLowerCase(), url.hostname) || !portMatches(port, url)) return false;
  if (redirected || path === '' || path === '/') return true;
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path;
}

function schemeMatches(allowed: string, actual: string): boolean {
  if (allowed === actual) return true;
  if (allowed === 'http:') return actual === 'https:';
  return allowed === 'ws:' && /^(?:wss|https?):$/.test(actual);
}

function hostMatches(allowed: string, actual: string): boolean {
  if (allowed === '*') return true;
  return allowed.startsWith('*.') ? actual.endsWith(allowed.slice(1)) : allowed === actual;
}

function portMatches(allowed: string | undefined, { port, protocol }: URL): boolean {
  if (allowed === '*' || (allowed ?? '') === port) return true;
  const usual = protocol === 'https:' ? '443' : '80';
  return port === '' && (allowed === usual || (allowed === '80' && protocol === 'https:'));
}

/** `'self'` allows the same host by https as well (CSP3 section 6.7.2.7). */
function isUpgraded(self: URL, url: URL): boolean {
  return (
    self.hostname === url.hostname &&
    self.protocol === 'http:' &&
    url.protocol === 'https:' &&
    self.port === '' &&
    url.port === ''
  );
}
