import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { fragmentOf, originOfUrl, queryOf, withoutFragment, withoutQuery } from '../http/url.ts';
import { isRegisteredAuthorizationError } from './authorization-errors.ts';
import type { ExchangeView } from './exchange-view.ts';
import type { MessageBase } from './message-base.ts';
import { formParams, type Params } from './params.ts';
import { weakness } from './randomness.ts';
import { isEverydayCode, isOtherProtocol, isTracker } from './vetoes.ts';

/** How the parameters of an authorization response travel. */
type ResponseMode = 'query' | 'fragment' | 'form_post';

/**
 * RFC 6749 sections 4.1.2 and 4.2.2: from the authorization endpoint to the redirection endpoint.
 * `exchange` is the request that delivered it when that was seen (`delivered`), else the one whose
 * response issued it.
 */
export interface AuthorizationResponse extends MessageBase {
  readonly kind: 'authorization-response';
  readonly mode: ResponseMode;
  /** The exchange of the authorization server whose redirect or form issued this response. */
  readonly issuedBy: Exchange | null;
  readonly delivered: boolean;
  /** Where it was sent: the URL without the response parameters. */
  readonly target: string;
  /** Parameters as issued, when the issuing redirect was seen; they may differ from `params`. */
  readonly issuedParams: Params | null;
}

/** An authorization response as one exchange shows it: issued by a redirect, or delivered. */
export interface ResponseSighting {
  readonly kind: 'response-issued' | 'response-delivered';
  readonly exchange: Exchange;
  readonly params: Params;
  readonly mode: ResponseMode;
  /** URL that it is sent to, without the response parameters. */
  readonly target: string;
  /** Recognised by its own parameters, without knowing the request. */
  readonly certain: boolean;
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
const ERROR_CODE = /^[a-z][a-z_]{3,60}$/;

function isCertain(params: Params): boolean {
  const tied = params.has('state') || params.has('iss');
  if (tied && (isCertainCode(params) || isCertainError(params))) return true;
  return params.has('access_token')
    ? params.has('token_type') || tied
    : params.has('id_token') && tied;
}

/** Vouchers are words; codes are random, and servers that name themselves issue nothing else. */
function isCertainCode(params: Params): boolean {
  const code = params.get('code');
  return code !== undefined && code.length >= 8 && (params.has('iss') || weakness(code) === null);
}

/** Sites have errors of their own; words for people or a random state tell them apart. */
function isCertainError(params: Params): boolean {
  const error = params.get('error') ?? '';
  if (!ERROR_CODE.test(error)) return false;
  if (isRegisteredAuthorizationError(error) || params.has('error_description')) return true;
  return params.has('iss') || weakness(params.get('state') ?? '') === null;
}

function isPossible(params: Params): boolean {
  return (
    ['code', 'error', 'access_token', 'id_token'].some((name) => params.has(name)) ||
    (params.has('response') && /^[\w-]+\.[\w-]+\./.test(params.get('response') ?? ''))
  );
}

function isResponse(params: Params, url: string): boolean {
  if (!isPossible(params) || isOtherProtocol(params) || isTracker(url)) return false;
  if (params.has('client_id') && params.has('response_type')) return false;
  return !isEverydayCode(params) && !params.has('grant_type');
}

/** The redirect URI as it was before the server added its response parameters. */
export function withoutResponseParameters(url: string): string {
  const kept = queryOf(url)
    .split('&')
    .filter((part) => part !== '' && !RESPONSE_NAMES.has(part.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${withoutQuery(url)}?${kept.join('&')}` : withoutQuery(url);
}

function sighting(
  kind: ResponseSighting['kind'],
  exchange: Exchange,
  url: string,
): ResponseSighting | null {
  const fragment = formParams(fragmentOf(url));
  const inFragment = isResponse(fragment, url);
  const params = inFragment ? fragment : formParams(queryOf(url));
  if (!inFragment && !isResponse(params, url)) return null;
  const target = inFragment ? withoutFragment(url) : withoutResponseParameters(url);
  const mode = inFragment ? 'fragment' : 'query';
  return { kind, exchange, params, mode, target, certain: isCertain(params) };
}

/** The response that a redirect of this exchange issues (RFC 6749 section 4.1.2). */
export function recogniseIssuedResponse(view: ExchangeView): ResponseSighting | null {
  if (view.location === null) return null;
  const found = sighting('response-issued', view.exchange, view.location);
  if (!found) return null;
  const foreign = originOfUrl(view.location) !== view.origin;
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

/** The response that this request delivers to the redirection endpoint. */
export function recogniseDeliveredResponse(view: ExchangeView): ResponseSighting | null {
  const { exchange } = view;
  if (!isNavigation(exchange)) return null;
  if (exchange.request.method === 'POST') return deliveredByForm(view);
  if (exchange.request.method !== 'GET') return null;
  const found = sighting('response-delivered', exchange, exchange.request.url);
  return found && { ...found, certain: found.certain && cameFromElsewhere(view) };
}

/** OAuth 2.0 Form Post Response Mode section 2. */
function deliveredByForm(view: ExchangeView): ResponseSighting | null {
  if (view.bodyFormat !== 'form' || !isResponse(view.body, view.exchange.request.url)) return null;
  return {
    kind: 'response-delivered',
    exchange: view.exchange,
    params: view.body,
    mode: 'form_post',
    target: withoutFragment(view.exchange.request.url),
    certain: isCertain(view.body) && cameFromElsewhere(view),
  };
}
