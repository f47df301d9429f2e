import { createHash } from 'node:crypto';
import { classifyName } from '../../src/oauth/registry/secrecy.ts';
import { isHidden } from '../../src/oauth/registry/secrecy-class.ts';

/** Replaces the value of a parameter or member with that name. */
export type Sanitizer = (name: string, value: string) => string;

/** What programs and people write in place of values before they share a recording. */
export const SANITIZERS: Readonly<Record<string, Sanitizer>> = {
  'names in brackets': (name) => `[${name} redacted]`,
  'one word': () => 'REDACTED',
  stars: () => '***',
  'rows of x': (_, value) => 'x'.repeat(Math.min(value.length, 12)),
  hashes: (_, value) => createHash('sha256').update(value).digest('hex'),
  nothing: () => '',
  'placeholders of this project': (name) => `‹${name.replaceAll('_', '-')}-1›`,
};

const URL_HEADERS = /^(?:location|referer)$/i;

type Json = { [name: string]: unknown };

/** A HAR whose secret values a program has replaced. */
export function sanitized(text: string, sanitize: Sanitizer): string {
  const har = JSON.parse(text) as { log: { entries: Json[] } };
  for (const entry of har.log.entries) {
    const { request, response } = entry as { request: Json; response: Json };
    request.url = cleanUrl(String(request.url), sanitize);
    request.queryString = [];
    response.redirectURL = cleanUrl(String(response.redirectURL ?? ''), sanitize);
    for (const headers of [request.headers, response.headers]) cleanHeaders(headers, sanitize);
    const posted = request.postData as Json | undefined;
    if (typeof posted?.text === 'string') posted.text = cleanBody(posted.text, sanitize);
    if (posted) delete posted.params;
    const content = response.content as Json | undefined;
    if (typeof content?.text === 'string') content.text = cleanBody(content.text, sanitize);
  }
  return JSON.stringify(har);
}

function isSecret(name: string): boolean {
  return isHidden(classifyName(name).secrecy);
}

function cleanHeaders(headers: unknown, sanitize: Sanitizer): void {
  for (const header of headers as { name: string; value: string }[]) {
    if (URL_HEADERS.test(header.name)) header.value = cleanUrl(header.value, sanitize);
    else if (/^(?:authorization|dpop)$/i.test(header.name)) {
      const token = sanitize('access_token', header.value.replace(/^\w+ /, ''));
      header.value = token === '' ? '' : header.value.replace(/(?<=^\w+ )\S+$/, token);
    }
  }
}

function cleanUrl(url: string, sanitize: Sanitizer): string {
  return url.replace(/(?<=[?#])[^?#]+/g, (query) => cleanForm(query, sanitize));
}

function cleanForm(form: string, sanitize: Sanitizer): string {
  return form
    .split('&')
    .map((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      if (!isSecret(decodeURIComponent(name)) || !pair.includes('=')) return pair;
      return `${name}=${encodeURIComponent(sanitize(name, decodeURIComponent(value)))}`;
    })
    .join('&');
}

function cleanBody(body: string, sanitize: Sanitizer): string {
  if (/^[\w.%-]+=/.test(body)) return cleanForm(body, sanitize);
  try {
    return JSON.stringify(JSON.parse(body), (name, value: unknown) =>
      typeof value === 'string' && isSecret(name) ? sanitize(name, value) : value,
    );
  } catch {
    return body;
  }
}
