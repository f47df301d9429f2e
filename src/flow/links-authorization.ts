import { isError } from '../http/status.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import type { ResponseSighting } from '../oauth/authorization-response.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import { stringMember } from '../oauth/json.ts';
import { jwtOf } from '../oauth/jwt.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import type { Item, Seek } from './item.ts';
import {
  byBroker,
  byEarlierValue,
  byForm,
  byMetadata,
  byOpenAttempt,
  byRedirect,
  byRedirectUri,
  bySameExchange,
  bySentOn,
  byValue,
} from './joins.ts';
import { key } from './keys.ts';
import { type Links, named, pageKeys } from './links.ts';
import { resourceKeys } from './links-direct.ts';
import { sessionKeys } from './links-session.ts';
import { byDemand } from './links-step-up.ts';
import { isAuthorizationResponse } from './page-origin.ts';

/** Milliseconds. */
const HALF_HOUR = 1_800_000;

function fingerprint(request: AuthorizationRequest): string | null {
  const parts = ['state', 'code_challenge', 'nonce'].map((name) => request.effective(name) ?? '');
  if (parts.every((part) => part === '')) return null;
  const rest = [
    request.effective('client_id'),
    request.effective('redirect_uri'),
    originOfUrl(request.endpoint),
  ];
  return [...parts, ...rest].join(' ');
}

function answered(candidate: Item): boolean {
  return candidate.sighting.kind !== 'authorization-request';
}

/** Joins of an authorization request: to its own repetition, and to the broker it returns to. */
export function requestLinks(request: AuthorizationRequest, self: () => Item): Links {
  const { exchange } = request;
  const state = request.effective('state');
  const twin = fingerprint(request);
  const redirectUri = request.effective('redirect_uri');
  const location = redirectTarget(exchange);
  const isTwin = (candidate: Item): boolean =>
    !answered(candidate) &&
    candidate.provides.includes(key.twin(twin ?? '')) &&
    !isError(candidate.exchange.response);
  const twinKey = state ? key.state(state) : key.twin(twin ?? '');
  return {
    provides: [
      named(key.state, state),
      named(key.nonce, request.effective('nonce')),
      named(key.challenge, request.effective('code_challenge')),
      named(key.requestUri, request.params.get('request_uri')),
      named(key.twin, twin),
      named(key.redirectUri, redirectUri),
      named(key.client, request.effective('client_id')),
      ...resourceKeys(request.params.all('resource')),
      named(key.redirected, location),
      key.server(request.endpoint),
      key.used(request.endpoint),
      ...pageKeys(exchange),
      key.endpoint(request.endpoint),
    ],
    seeks: [
      twin === null ? null : { key: twinKey, pick: 'previous', within: HALF_HOUR, accept: isTwin },
      ...(exchange.request.method === 'POST' ? consentSeeks(request, self) : []),
    ],
    parentSeeks: [
      ...byDemand(request.effective),
      redirectUri ? bySentOn(exchange.request.url, redirectUri, self) : null,
      redirectUri ? byBroker(redirectUri, request.endpoint, self) : null,
    ],
    metadataSeek: byMetadata(request.endpoint, exchange),
    rootable: true,
  };
}

/**
 * A form of the server that repeats the request, or a part of it, and what the person agreed to
 * (Doorkeeper, GitHub): to the request on whose page, or behind which, it was shown.
 */
function consentSeeks(request: AuthorizationRequest, self: () => Item): readonly (Seek | null)[] {
  const state = request.effective('state');
  const client = request.effective('client_id');
  const server = originOfUrl(request.endpoint);
  const accept = ({ sighting }: Item): boolean =>
    sighting.kind === 'authorization-request' &&
    sighting.effective('client_id') === client &&
    originOfUrl(sighting.endpoint) === server;
  return [
    state ? { key: key.state(state), pick: 'previous', within: HALF_HOUR, accept } : null,
    { ...byForm(request.exchange.request.url, self), accept },
  ];
}

/** A message that holds the parameters of an authorization request, wherever they travelled. */
function isRequest({ sighting: { kind } }: Item): boolean {
  return (
    kind === 'authorization-request' ||
    kind === 'pushed-authorization-request' ||
    kind === 'request-object'
  );
}

/**
 * Whether the request went to the server that answers, and names the place where the answer arrives:
 * some libraries send one constant state to every server.
 */
function isAsked({ sighting: request }: Item, response: ResponseSighting): boolean {
  if (request.kind !== 'authorization-request') return false;
  const { params, exchange, kind, target } = response;
  const server = originOfUrl(request.endpoint);
  const iss = params.get('iss');
  if (kind === 'response-issued') return server === originOfUrl(exchange.request.url);
  if (iss !== undefined && originOfUrl(iss) !== server) return false;
  return withoutQuery(request.effective('redirect_uri') ?? '') === withoutQuery(target);
}

/** Whether state and place both say that a response answers another request. */
function isForeign({ sighting: request }: Item, { params, target }: ResponseSighting): boolean {
  if (request.kind !== 'authorization-request') return false;
  const [sent, returned] = [request.effective('state'), params.get('state')];
  const asked = request.effective('redirect_uri');
  if (!sent || !returned || !asked) return false;
  return sent !== returned && withoutQuery(asked) !== withoutQuery(target);
}

function besides(seek: Seek, response: ResponseSighting): Seek {
  return {
    ...seek,
    accept: (candidate) => !isForeign(candidate, response) && seek.accept(candidate),
  };
}

/**
 * The page that redirects with a response. One behind another response, as those that a broker shows
 * after the login elsewhere, or behind a logout, has to do with another attempt.
 */
function issuedByPage(response: ResponseSighting): Seek {
  return {
    ...bySameExchange(response.exchange.id, 'document'),
    follows: (message) =>
      message === null ||
      !(
        isAuthorizationResponse(message) ||
        message.sighting.kind === 'end-session-request' ||
        isForeign(message, response)
      ),
  };
}

/** Joins of an authorization response, issued or delivered. */
export function responseLinks(sighting: ResponseSighting, self: () => Item): Links {
  const { params, wire, exchange, kind } = sighting;
  const issued = kind === 'response-issued';
  const state = params.get('state');
  const code = params.get('code');
  const jwt = wire.get('response');
  const nonce = stringMember(jwtOf(params.get('id_token'))?.claims ?? null, 'nonce');
  const location = redirectTarget(exchange);
  const url = exchange.request.url;
  return {
    provides: [
      named(key.state, state),
      named(key.code, code),
      named(key.response, jwt),
      named(key.token, params.get('access_token')),
      named(key.token, params.get('id_token')),
      named(key.redirected, location),
      ...sessionKeys(jwtOf(params.get('id_token'))),
      issued ? key.server(url) : key.page(url),
    ],
    seeks: [
      issued ? bySameExchange(exchange.id, 'authorization-request') : null,
      !issued && code
        ? byEarlierValue(key.code(code), (item) => item.sighting.kind === 'response-issued')
        : null,
      !issued && jwt
        ? byEarlierValue(key.response(jwt), (item) => item.sighting.kind === 'response-issued')
        : null,
      state ? byEarlierValue(key.state(state), (item) => isAsked(item, sighting)) : null,
      state ? byEarlierValue(key.state(state), isRequest) : null,
      issued ? issuedByPage(sighting) : byRedirect(url, self),
      state ? byValue(key.state(state), isRequest) : null,
      nonce ? byEarlierValue(key.nonce(nonce), isRequest) : null,
      issued ? besides(byOpenAttempt(url, self), sighting) : null,
      byRedirectUri(sighting.target, self),
      !issued && code ? byEarlierValue(key.code(code)) : null,
    ],
    rootable: sighting.certain,
  };
}
