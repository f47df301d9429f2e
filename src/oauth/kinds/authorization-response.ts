import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { fragmentOf, originOfUrl, queryOf, withoutFragment, withoutQuery } from '../../http/url.ts';
import { defineKind } from '../define-kind.ts';
import { urlInJson } from '../documents/json-response.ts';
import { pageResponse } from '../documents/page-response.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { isCertain } from '../values/certain-response.ts';
import { isPossible, type Jarm, type ReadResponse, readResponse } from '../values/jarm.ts';
import { formParams, type Params } from '../values/params.ts';
import { isEverydayCode, isOtherProtocol, isTracker } from '../vetoes.ts';

/** How the parameters of an authorization response are sent; `jarm` says whether inside a JWT. */
type ResponseMode = 'query' | 'fragment' | 'form_post' | 'web_message';

/**
 * RFC 6749 sections 4.1.2 and 4.2.2. `exchange` is the request that delivered it, when that was
 * recorded (`delivered`), else the one whose response issued it.
 */
export interface AuthorizationResponse extends MessageBase {
  readonly kind: 'authorization-response';
  readonly mode: ResponseMode;
  /**
   * Not null when the response is a JWT (JARM). Then `params` are its claims, if it can be read.
   */
  readonly jarm: Jarm | null;
  /** Parameters as sent; the same as `params` unless the response is a JWT. */
  readonly wire: Params;
  /** The exchange of the authorization server whose redirect or form issued this response. */
  readonly issuedBy: Exchange | null;
  readonly delivered: boolean;
  /** Where it was sent: the URL without the response parameters. */
  readonly target: string;
  /**
   * Parameters as issued, when the issuing redirect was recorded; they may differ from `params`.
   */
  readonly issuedParams: Params | null;
}

/** One exchange's part of an authorization response: issued by a redirect, or delivered. */
export interface ResponseSighting<
  K extends 'response-issued' | 'response-delivered' = 'response-issued' | 'response-delivered',
> {
  readonly kind: K;
  readonly exchange: Exchange;
  readonly params: Params;
  readonly mode: ResponseMode;
  readonly jarm: Jarm | null;
  readonly wire: Params;
  /** URL that it is sent to, without the response parameters. */
  readonly target: string;
  /** Recognised by its own parameters, without knowing the request. */
  readonly certain: boolean;
}

declare module '../message.ts' {
  interface AssembledTypes {
    'authorization-response': AuthorizationResponse;
  }
  interface PartTypes {
    'response-issued': ResponseSighting<'response-issued'>;
    'response-delivered': ResponseSighting<'response-delivered'>;
  }
}

const RESPONSE_NAMES = new Set([
  'code',
  'state',
  'iss',
  'error',
  'error_description',
  'error_uri',
  'id_token',
  'access_token',
  'token_type',
  'expires_in',
  'scope',
  'session_state',
  'response',
  'authuser',
  'hd',
  'client_info',
]);
/**
 * Reads the parameters as a response, with the claims of its JWT if it is one; null when they are
 * none.
 */
function responseIn(wire: Params, url: string): ReadResponse | null {
  const read = readResponse(wire);
  const { params, jarm } = read;
  if (jarm !== 'encrypted' && !isPossible(params)) return null;
  if (isOtherProtocol(wire) || isTracker(url)) return null;
  if (wire.has('client_id') && wire.has('response_type')) return null;
  return isEverydayCode(params) || wire.has('grant_type') ? null : read;
}

/** The redirect URI as it was before the server added its response parameters. */
export function withoutResponseParameters(url: string): string {
  const kept = queryOf(url)
    .split('&')
    .filter((part) => part !== '' && !RESPONSE_NAMES.has(part.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${withoutQuery(url)}?${kept.join('&')}` : withoutQuery(url);
}

function sighting<K extends ResponseSighting['kind']>(
  kind: K,
  exchange: Exchange,
  url: string,
): ResponseSighting<K> | null {
  const fragment = formParams(fragmentOf(url));
  const inFragment = responseIn(fragment, url);
  const wire = inFragment ? fragment : formParams(queryOf(url));
  const read = inFragment ?? responseIn(wire, url);
  if (!read) return null;
  const target = inFragment ? withoutFragment(url) : withoutResponseParameters(url);
  const mode = inFragment ? 'fragment' : 'query';
  return { kind, exchange, ...read, wire, mode, target, certain: isCertain(read.params) };
}

/** The response that a page of the server posts or sends to the client by script. */
function issuedByPage(view: ExchangeView): ResponseSighting<'response-issued'> | null {
  const page = pageResponse(view);
  const read = page && responseIn(page.wire, page.target);
  if (!page || !read) return null;
  const foreign = page.mode === 'web_message' || originOfUrl(page.target) !== view.origin;
  if (!foreign && isOnlyCode(page.wire)) return null;
  const certain = isCertain(read.params) && foreign;
  return { kind: 'response-issued', exchange: view.exchange, ...page, ...read, certain };
}

/**
 * Whether the form has only a `code`. Servers use such forms themselves (consent, one-time
 * passwords). An application at the same origin receives more parameters.
 */
function isOnlyCode(wire: Params): boolean {
  const more = ['state', 'iss', 'id_token', 'access_token', 'response', 'error'];
  return !more.some((name) => wire.has(name));
}

/**
 * The response that this exchange issues: by redirect (RFC 6749 section 4.1.2), by JSON that tells
 * the server's own page where to go, or by a page that passes it on.
 */
function recogniseIssued(view: ExchangeView): ResponseSighting<'response-issued'> | null {
  if (view.exchange.preflight) return null;
  const location = view.location ?? urlInJson(view);
  if (location === null) return issuedByPage(view);
  const found = sighting('response-issued', view.exchange, location);
  if (!found) return null;
  const foreign = originOfUrl(location) !== view.origin;
  return { ...found, certain: found.certain && foreign };
}

function isNavigation(exchange: Exchange): boolean {
  return (
    exchange.destination !== 'empty' &&
    exchange.destination !== 'worker' &&
    exchange.mode !== 'cors'
  );
}

function cameFromElsewhere(view: ExchangeView): boolean {
  const { headers } = view.exchange.request;
  const site = headerValue(headers, 'sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  const from = headerValue(headers, 'origin') ?? headerValue(headers, 'referer');
  return from !== null && from !== 'null' && originOfUrl(from) !== view.origin;
}

function cameFromHere(view: ExchangeView): boolean {
  const { headers } = view.exchange.request;
  const origin = headerValue(headers, 'origin');
  return (
    headerValue(headers, 'sec-fetch-site') === 'same-origin' ||
    (origin !== null && originOfUrl(origin) === view.origin)
  );
}

/** The response that this request delivers to the redirection endpoint. */
function recogniseDelivered(view: ExchangeView): ResponseSighting<'response-delivered'> | null {
  const { exchange } = view;
  if (!isNavigation(exchange)) return null;
  const { method } = exchange.request;
  const posted = method === 'POST' ? deliveredByForm(view) : null;
  if (posted) return posted;
  // A redirect with 307 posts the form of the login again, to a URL with the response.
  if (method !== 'GET' && !(method === 'POST' && cameFromElsewhere(view))) return null;
  const found = sighting('response-delivered', exchange, exchange.request.url);
  return found && { ...found, certain: found.certain && cameFromElsewhere(view) };
}

/** OAuth 2.0 Form Post Response Mode section 2. */
function deliveredByForm(view: ExchangeView): ResponseSighting<'response-delivered'> | null {
  if (view.bodyFormat !== 'form') return null;
  const { url } = view.exchange.request;
  const read = responseIn(view.body, url);
  if (!read || (isOnlyCode(view.body) && cameFromHere(view))) return null;
  return {
    kind: 'response-delivered',
    exchange: view.exchange,
    ...read,
    wire: view.body,
    mode: 'form_post',
    target: withoutFragment(url),
    certain: isCertain(read.params) && cameFromElsewhere(view),
  };
}

export default defineKind({
  kind: 'authorization-response',
  word: 'authorization response',
  lanes: ['authorization server', 'client'],
  sentBy: 'navigation',
  parts: { 'response-issued': 4, 'response-delivered': 5 },
  signs: {
    query: ['code', 'error', 'id_token', 'access_token', 'response', 'state', 'iss'],
    body: ['code', 'id_token', 'state'],
  },
  recognise: recogniseDelivered,
  recogniseInResponse: recogniseIssued,
  errorOf: ({ params }) => params.get('error') ?? null,
  // The parameters are the claims of a signed response; the response itself is what travelled.
  tokensOf: ({ wire }) => [['response', wire.get('response') ?? null]],
  shownAlone: false,
  leadsToTokens: true,
});
