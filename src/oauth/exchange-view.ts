import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { isRedirect } from '../http/status.ts';
import {
  fragmentOf,
  originOfUrl,
  parseUrl,
  queryOf,
  withoutFragment,
  withoutQuery,
} from '../http/url.ts';
import { type JsonObject, parseJsonObject } from './values/json.ts';
import { formParams, jsonParams, NO_PARAMS, type Params } from './values/params.ts';

/** How the parameters of a token request were encoded. */
export type BodyFormat = 'form' | 'json' | 'multipart' | 'query' | 'other' | 'none' | 'unknown';

/** An exchange with the parts that recognisers need, each parsed at most once. */
export interface ExchangeView {
  readonly exchange: Exchange;
  /** URL without query and fragment. */
  readonly endpoint: string;
  readonly origin: string | null;
  readonly query: Params;
  readonly fragment: Params;
  /**
   * Parameters of the request body, form or JSON; empty when the body has none or cannot be read.
   */
  readonly body: Params;
  readonly bodyFormat: BodyFormat;
  /** The redirect target, absolute, with its fragment; null when the response is not a redirect. */
  readonly location: string | null;
  readonly responseText: string | null;
  readonly responseJson: JsonObject | null;
}

/** The text of a response body; null when there is nothing to read. */
export function responseText(exchange: Exchange): string | null {
  const body = exchange.response?.body;
  return body && 'text' in body ? body.text : null;
}

/**
 * The absolute target of a redirect response, with its fragment; null when it is not a redirect.
 */
export function redirectTarget(exchange: Exchange): string | null {
  const { response } = exchange;
  if (!response || !isRedirect(response)) return null;
  const location = headerValue(response.headers, 'location');
  if (location === null || location === '') return null;
  return parseUrl(location, withoutFragment(exchange.request.url))?.href ?? null;
}

function readBody(exchange: Exchange): { format: BodyFormat; params: Params } {
  const { body } = exchange.request;
  if (body === null) return { format: 'none', params: NO_PARAMS };
  if (!('text' in body)) return { format: 'unknown', params: NO_PARAMS };
  if (body.text === '') return { format: 'none', params: NO_PARAMS };
  const type = headerValue(exchange.request.headers, 'content-type')?.toLowerCase() ?? '';
  if (type.startsWith('multipart/')) return { format: 'multipart', params: NO_PARAMS };
  const object = parseJsonObject(body.text);
  if (object) return { format: 'json', params: jsonParams(object) };
  if (type.includes('x-www-form-urlencoded') || /^[\w.%-]+=/.test(body.text)) {
    return { format: 'form', params: formParams(body.text) };
  }
  return { format: 'other', params: NO_PARAMS };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Wraps an exchange for the recognisers. */
export function viewExchange(exchange: Exchange): ExchangeView {
  const { url } = exchange.request;
  const query = once(() => formParams(queryOf(url)));
  const fragment = once(() => formParams(fragmentOf(url)));
  const body = once(() => readBody(exchange));
  const location = once(() => redirectTarget(exchange));
  const text = once(() => responseText(exchange));
  const json = once(() => {
    const read = text();
    return read === null ? null : parseJsonObject(read);
  });
  return {
    exchange,
    endpoint: withoutQuery(url),
    origin: originOfUrl(url),
    get query() {
      return query();
    },
    get fragment() {
      return fragment();
    },
    get body() {
      return body().params;
    },
    get bodyFormat() {
      return body().format;
    },
    get location() {
      return location();
    },
    get responseText() {
      return text();
    },
    get responseJson() {
      return json();
    },
  };
}
