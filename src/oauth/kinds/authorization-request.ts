import { headerValue } from '../../http/headers.ts';
import { parseUrl } from '../../http/url.ts';
import { isKnownShape, readAs, shapeOf } from '../../providers/registry/request-shapes.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { jwtOf } from '../values/jwt.ts';
import { isByOwnPage } from '../values/own-page.ts';
import { jsonParams, type Params } from '../values/params.ts';
import { isOtherProtocol, isTracker } from '../vetoes.ts';

/** RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1: to the authorization endpoint. */
export interface AuthorizationRequest extends MessageBase {
  readonly kind: 'authorization-request';
  /** URL of the authorization endpoint, without query. */
  readonly endpoint: string;
  /** Values of `request` (RFC 9101) or of the pushed request (RFC 9126), when they can be read. */
  readonly inner: Params | null;
  /** True when `request` or `request_uri` hides parameters: absent ones are then unknown. */
  readonly opaque: boolean;
  /** The effective value: from the request object or the pushed request, else from the URL. */
  effective(name: string): string | undefined;
}

declare module '../message.ts' {
  interface MessageTypes {
    'authorization-request': AuthorizationRequest;
  }
}

const RESPONSE_TYPE = /^(?:(?:code|token|id_token|none)(?:\s+|$))+$/;
const KNOWN_PATH =
  /\/(?:authorize|oauth2?\/(?:v\d\/)?auth(?:orize)?|protocol\/openid-connect\/auth|connect\/authorize|dialog\/oauth|login\/oauth\/authorize|as\/authorization\.oauth2|oidc\/auth|o\/oauth2\/v2\/auth|auth)\/?$/i;
/** Pages of accounts, which get the client as context. */
const ACCOUNT_PAGE =
  /\/(?:sign-?up|register|registration|join|enrol+|invite|(?:forgot|reset)-?password|(?:create|new)-?account)(?:\/|$)/i;
/** Parameters, besides response_type, that only a request for authorization has. */
const TELLING = ['code_challenge', 'nonce', 'request', 'request_uri', 'response_mode'];
const HINTS = ['prompt', 'login_hint', 'acr_values', 'resource', 'audience'];
const PUSHED = 'urn:ietf:params:oauth:request_uri:';
const ACCEPT = 6;

function parameterScore(params: Params): number {
  let score = 0;
  if (RESPONSE_TYPE.test(params.get('response_type') ?? '')) score += 3;
  if (params.has('client_id')) score += 3;
  if (parseUrl(params.get('redirect_uri') ?? params.get('redirect_url') ?? '')) score += 2;
  if (/(?:^|\s)openid(?:\s|$)/.test(params.get('scope') ?? '')) score += 2;
  if (params.has('code_challenge')) score += 2;
  if (params.has('state')) score += 1;
  if (params.has('nonce')) score += 1;
  if (HINTS.some((name) => params.has(name))) score += 1;
  if (params.get('request_uri')?.startsWith(PUSHED) && params.has('client_id')) score += 4;
  if (jwtOf(params.get('request'))) score += 3;
  return score;
}

function responsePenalty(view: ExchangeView): number {
  const { response } = view.exchange;
  if (!response) return 0;
  const type = headerValue(response.headers, 'content-type') ?? '';
  return response.status === 204 || /^(?:image|font|audio|video)\/|javascript|text\/css/i.test(type)
    ? 4
    : 0;
}

function score(view: ExchangeView, params: Params): number {
  const { destination, mode } = view.exchange;
  let sum = parameterScore(params) - responsePenalty(view);
  if (KNOWN_PATH.test(view.endpoint)) sum += 3;
  if (isKnownShape(view.endpoint, params)) sum += 6;
  const byScript = (destination === 'empty' || destination === 'other') && mode !== 'navigate';
  if (byScript) sum -= isByOwnPage(view.exchange) && params.has('response_type') ? 3 : 6;
  return sum;
}

function isCandidate(view: ExchangeView, params: Params): boolean {
  if (
    !params.has('client_id') &&
    !params.has('response_type') &&
    !isKnownShape(view.endpoint, params)
  )
    return false;
  if (isOwnForm(view, params) || isAccountPage(view, params)) return false;
  if (/vp_token/.test(params.get('response_type') ?? '')) return false;
  if (isOfTokenEndpoint(view, params) || params.has('post_logout_redirect_uri')) return false;
  return !isOtherProtocol(params) && !isTracker(view.exchange.request.url);
}

/** Whether it asks for tokens. Clients that mix the endpoints up send a browser with both types. */
function isOfTokenEndpoint({ exchange }: ExchangeView, params: Params): boolean {
  if (!params.has('grant_type')) return false;
  return exchange.request.method !== 'GET' || !params.has('response_type') || params.has('code');
}

/**
 * Whether it is a form of the server itself. Some servers post the user's consent to the
 * authorization endpoint, or beside it, with the client and a state.
 */
function isOwnForm({ exchange, endpoint }: ExchangeView, params: Params): boolean {
  if (exchange.request.method !== 'POST' || isKnownShape(endpoint, params)) return false;
  return !['response_type', 'request', 'request_uri'].some((name) => params.has(name));
}

/**
 * Whether it is another page of the server that is told which client the user comes from. A request
 * for authorization without response_type goes to such a place only by mistake, and says more.
 */
function isAccountPage({ endpoint }: ExchangeView, params: Params): boolean {
  if (params.has('response_type') || isKnownShape(endpoint, params)) return false;
  if (TELLING.some((name) => params.has(name)) || KNOWN_PATH.test(endpoint)) return false;
  return ACCOUNT_PAGE.test(endpoint) || !params.has('scope');
}

/** Recognises an authorization request, by GET or POST (RFC 6749 section 3.1). */
function recogniseAuthorizationRequest(view: ExchangeView): AuthorizationRequest | null {
  const { method } = view.exchange.request;
  if (method !== 'GET' && method !== 'POST' && method !== 'HEAD') return null;
  const params = isInBody(view) ? view.body : view.query;
  if (!isCandidate(view, params) || score(view, params) < ACCEPT) return null;
  return authorizationRequest(view, params);
}

/** Whether the parameters are in the body: a form, or JSON that the server's own page sends. */
function isInBody({ exchange, body, bodyFormat }: ExchangeView): boolean {
  if (exchange.request.method !== 'POST') return false;
  return (
    bodyFormat === 'form' ||
    (bodyFormat === 'json' && body.has('response_type') && isByOwnPage(exchange))
  );
}

/** Parameters that a request refers to, as far as they were recorded. */
export interface Referred {
  /** From its PAR request (RFC 9126). */
  readonly pushed: Params | null;
  /** The document that `request_uri` names (RFC 9101 section 5.2). */
  readonly object: string | null;
}

const NOTHING: Referred = { pushed: null, object: null };

/** Builds the message, with what it refers to when that was recorded. */
export function authorizationRequest(
  view: Pick<ExchangeView, 'exchange' | 'endpoint'>,
  params: Params,
  { pushed, object }: Referred = NOTHING,
): AuthorizationRequest {
  const shape = shapeOf(view.endpoint);
  const compact = params.get('request') ?? pushed?.get('request') ?? object ?? undefined;
  const jwt = jwtOf(compact);
  const inner = jwt ? jsonParams(jwt.claims) : pushed;
  const unseen = params.has('request_uri') && pushed === null && object === null;
  const opaque = jwt === null && (compact !== undefined || unseen);
  const sent = (name: string): string | undefined => inner?.get(name) ?? params.get(name);
  return {
    kind: 'authorization-request',
    exchange: view.exchange,
    endpoint: view.endpoint,
    params,
    preflight: null,
    inner,
    opaque,
    effective: (name) => (shape ? readAs(shape, name, sent) : sent(name)),
  };
}

export default defineKind({
  kind: 'authorization-request',
  listedAs: 'authorization_endpoint',
  word: 'authorization request',
  lanes: ['user agent', 'authorization server'],
  sentBy: 'navigation',
  rank: 2,
  signs: {
    path: /authorize/,
    query: ['response_type', 'client_id', 'request_uri'],
    body: ['response_type'],
  },
  before: [
    'token-request',
    'end-session-request',
    'frontchannel-logout-request',
    'session-iframe',
    'third-party-initiated-login',
    'authorization-response',
  ],
  recognise: recogniseAuthorizationRequest,
  begins: true,
  failsAlone: true,
  leadsToTokens: true,
});
