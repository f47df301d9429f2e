import type { Body, Exchange, Header } from '../../src/http/exchange.ts';

/** Values that decide the kind of a message. All others carry the text. */
const KEPT = new Set(
  'response_type grant_type code_challenge code_challenge_method code_verifier token_type'.split(
    ' ',
  ),
);
const KEPT_HEADERS = /^(?:content-type|origin|referer|date|access-control-.*|sec-.*)$/i;

/** Puts the same text into every parameter, header, body and error page. */
export function spoil(exchange: Exchange, text: string): Exchange {
  const { request, response, failure } = exchange;
  return {
    ...exchange,
    failure: failure && { ...failure, text },
    request: {
      ...request,
      url: spoiltUrl(request.url, text),
      headers: spoiltHeaders(request.headers, text),
      body: request.body && spoiltBody(request.body, text),
    },
    response: response && {
      ...response,
      statusText: text,
      headers: spoiltHeaders(response.headers, text),
      body: spoiltBody(response.body, text),
    },
  };
}

function spoiltHeaders(headers: readonly Header[], text: string): readonly Header[] {
  const spoilt = headers.map(({ name, value }) => {
    if (KEPT_HEADERS.test(name)) return { name, value };
    return { name, value: /^location$/i.test(name) ? spoiltUrl(value, text) : `${value}${text}` };
  });
  return [...spoilt, { name: 'X-Hostile', value: text }, { name: text, value: text }];
}

function spoiltUrl(url: string, text: string): string {
  const start = url.indexOf('?');
  return start < 0 ? url : `${url.slice(0, start)}?${spoiltForm(url.slice(start + 1), text)}`;
}

function spoiltForm(form: string, text: string): string {
  const encoded = new URLSearchParams([[text, text]]).toString();
  const value = encoded.slice(encoded.indexOf('=') + 1);
  const pairs = form.split('&').map((pair) => {
    return KEPT.has(pair.split('=', 1)[0] ?? '') ? pair : `${pair}${value}`;
  });
  return [...pairs, encoded].join('&');
}

function spoiltBody(body: Body, text: string): Body {
  if ('unknown' in body || body.text === '') return body;
  if (/^\s*[[{]/.test(body.text)) return { ...body, text: spoiltJson(body.text, text) };
  const isForm = /^[\w.]+=/.test(body.text);
  return { ...body, text: isForm ? spoiltForm(body.text, text) : `${body.text}${text}` };
}

function spoiltJson(json: string, text: string): string {
  try {
    const spoilt: unknown = JSON.parse(json, (name, value: unknown) => {
      if (typeof value === 'string' && !KEPT.has(name)) return value + text;
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isObject ? { ...value, [text]: text } : value;
    });
    return JSON.stringify(spoilt);
  } catch {
    return json + text;
  }
}
