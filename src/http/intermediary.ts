import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';
import { htmlText } from './html-text.ts';
import { isError } from './status.ts';

/** Something between client and server that answered in the server's place. */
export interface Intermediary {
  /** `gateway`: it serves the API and has rules of its own. The others only let pass or refuse. */
  readonly kind: 'firewall' | 'web filter' | 'bot check' | 'proxy' | 'gateway';
  /** Its own name for itself; null when it gives none. */
  readonly name: string | null;
  /** What its page says, at most one line; null when there is nothing to read. */
  readonly words: string | null;
}

interface Mark {
  readonly kind: Intermediary['kind'];
  readonly name: string | null;
  /** A header that only this product sends, and its value. */
  readonly header?: readonly [name: string, value: RegExp];
  /** A header that shows that the answer passed through and came from the server behind. */
  readonly unless?: string;
  /** What its own page or document says. */
  readonly text?: RegExp;
}

/** Each mark needs all that it names. The first that matches counts. */
const MARKS: readonly Mark[] = [
  { kind: 'bot check', name: 'Cloudflare', header: ['cf-mitigated', /challenge/] },
  { kind: 'bot check', name: 'AWS WAF', header: ['x-amzn-waf-action', /./] },
  { kind: 'bot check', name: 'DataDome', header: ['x-datadome', /./], text: /captcha|datadome/i },
  { kind: 'bot check', name: null, text: /px-captcha|_Incapsula_Resource.*captcha/i },
  {
    kind: 'firewall',
    name: 'Akamai',
    header: ['server', /AkamaiGHost/i],
    text: /Access Denied|Reference(?:&#32;|\s)*#/i,
  },
  {
    kind: 'firewall',
    name: 'Cloudflare',
    header: ['server', /^cloudflare/i],
    text: /you have been blocked|error code: 10\d\d|Attention Required|unable to access/i,
  },
  { kind: 'firewall', name: 'CloudFront', text: /Request blocked\.[\s\S]*cloudfront/i },
  { kind: 'firewall', name: 'Imperva', text: /Incapsula incident|_Incapsula_Resource/i },
  { kind: 'firewall', name: null, text: /requested URL was rejected[\s\S]*support ID/i },
  { kind: 'firewall', name: 'ModSecurity', text: /mod_?security|Not Acceptable![\s\S]*security/i },
  { kind: 'firewall', name: 'Sucuri', text: /Sucuri WebSite Firewall/i },
  {
    kind: 'firewall',
    name: 'Azure Application Gateway',
    header: ['server', /Microsoft-Azure-Application-Gateway/i],
    text: /403 Forbidden/i,
  },
  { kind: 'firewall', name: null, text: /web application firewall/i },
  {
    kind: 'web filter',
    name: null,
    text: /\b(?:FortiGuard|Zscaler|WebTitan|Forcepoint|Umbrella)\b/i,
  },
  {
    kind: 'web filter',
    name: null,
    text: /(?:blocked|denied)[^.]{0,80}(?:web|content|internet) (?:filter|policy|usage)/i,
  },
  { kind: 'proxy', name: 'Squid', header: ['x-squid-error', /./] },
  {
    kind: 'gateway',
    name: 'Kong',
    header: ['x-kong-response-latency', /./],
    unless: 'x-kong-upstream-latency',
  },
  {
    kind: 'gateway',
    name: 'API Gateway of AWS',
    header: ['x-amzn-errortype', /./],
    text: /^\{"[Mm]essage":\s?"(?:Missing Authentication Token|Unauthorized|Forbidden|User is not|The incoming token)/,
  },
  {
    kind: 'gateway',
    name: 'Envoy',
    header: ['server', /envoy/i],
    text: /^(?:RBAC: access denied|Jwt )/,
  },
  { kind: 'gateway', name: 'Apigee', text: /"fault"\s*:\s*\{\s*"faultstring"/ },
  {
    kind: 'gateway',
    name: 'Azure API Management',
    text: /missing subscription key|invalid subscription key/i,
  },
];
const MAX_TEXT = 8_000;
const CHALLENGE = /challenge|captcha/i;

/** Who answered in place of the server: known by its own headers or page; null for the server. */
export function intermediaryOf({ response }: Exchange): Intermediary | null {
  if (!response || !(isError(response) || isChallengePage(response.headers))) return null;
  const text = 'text' in response.body ? response.body.text.slice(0, MAX_TEXT) : '';
  const mark = MARKS.find(({ header, unless, text: pattern }) => {
    if (header && !header[1].test(headerValue(response.headers, header[0]) ?? '')) return false;
    if (unless && headerValue(response.headers, unless) !== null) return false;
    return pattern === undefined || pattern.test(text);
  });
  return mark ? { kind: mark.kind, name: mark.name, words: wordsIn(text) } : null;
}

function isChallengePage(headers: Parameters<typeof headerValue>[0]): boolean {
  return CHALLENGE.test(headerValue(headers, 'cf-mitigated') ?? '');
}

function wordsIn(text: string): string | null {
  if (/^\s*</.test(text)) {
    const { title, lines } = htmlText(text);
    const body = lines.filter((line) => line !== title).join(' ');
    return [title, body].filter(Boolean).join(': ') || null;
  }
  const message = /"(?:message|faultstring)"\s*:\s*"([^"\\]{1,300})"/.exec(text)?.[1];
  return message ?? (text.trim() || null);
}
