import type { Body, Exchange, Header } from '../../http/exchange.ts';
import { originOfUrl } from '../../http/url.ts';

const ESCAPED = '&amp;';

/**
 * The exchanges of a file whose URLs have `&amp;` where somebody escaped them for HTML, with `&`
 * again. Servers of different origins do not make the same mistake, and no URL has a plain `&` then.
 */
export function withoutEscapes(exchanges: readonly Exchange[]): readonly Exchange[] {
  const joined = exchanges.filter(({ request }) => request.url.includes('&'));
  const escaped = joined.length > 0 && joined.every(({ request }) => isEscaped(request.url));
  if (!escaped) return exchanges;
  const forms = exchanges.filter(({ request }) => isEscaped(formText(request.body)));
  const origins = new Set([...joined, ...forms].map(({ request }) => originOfUrl(request.url)));
  return origins.size > 1 ? exchanges.map(unescaped) : exchanges;
}

function isEscaped(text: string): boolean {
  return text.includes('&') && !text.replaceAll(ESCAPED, '').includes('&');
}

function formText(body: Body | null): string {
  return body && 'text' in body && /^[\w.%+-]+=[^<{]*$/.test(body.text) ? body.text : '';
}

function unescaped(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  const { body } = request;
  const form = formText(body);
  return {
    ...exchange,
    request: {
      ...request,
      url: plain(request.url),
      headers: request.headers.map(plainUrl),
      body: isEscaped(form) && body ? { ...body, text: plain(form) } : body,
    },
    response: response && { ...response, headers: response.headers.map(plainUrl) },
  };
}

function plainUrl(header: Header): Header {
  const isUrl = /^(?:location|referer)$/i.test(header.name);
  return isUrl ? { ...header, value: plain(header.value) } : header;
}

function plain(text: string): string {
  return text.replaceAll(ESCAPED, '&');
}
