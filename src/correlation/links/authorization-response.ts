import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { ResponseSighting } from '../../oauth/kinds/authorization-response.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type Links, named } from '../links.ts';
import { isAuthorizationResponse } from '../page-origin.ts';
import {
  byEarlierValue,
  byOpenAttempt,
  byRedirect,
  byRedirectUri,
  bySameExchange,
  byValue,
} from '../seeks.ts';
import { sessionKeys } from '../sessions.ts';

/** A message with the parameters of an authorization request, in whatever way they were sent. */
function isRequest({ sighting: { kind } }: Item): boolean {
  return (
    kind === 'authorization-request' ||
    kind === 'pushed-authorization-request' ||
    kind === 'request-object'
  );
}

/**
 * Whether the request went to the server that answers, and names the place where the answer
 * arrives. Needed because some libraries send one constant state to every server.
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

/** Whether both state and place show that a response answers another request. */
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
 * The page that redirects with a response. A page that follows another response (as a broker shows
 * after the login elsewhere) or a logout belongs to another attempt.
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
export default function responseLinks(sighting: ResponseSighting, self: () => Item): Links {
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
      issued ? named(key.issuedCode, code) : null,
      named(key.response, jwt),
      named(key.token, params.get('access_token')),
      named(key.token, params.get('id_token')),
      named(key.redirected, location),
      ...sessionKeys(jwtOf(params.get('id_token'))),
      issued ? key.server(url) : key.page(url),
      issued ? null : key.turn(sighting.target),
    ],
    seeks: [
      issued ? bySameExchange(exchange.id, 'authorization-request') : null,
      !issued && code ? byEarlierValue(key.issuedCode(code)) : null,
      !issued && jwt
        ? byEarlierValue(key.response(jwt), (item) => item.sighting.kind === 'response-issued')
        : null,
      state ? byEarlierValue(key.asked(state), (item) => isAsked(item, sighting)) : null,
      state ? byEarlierValue(key.asked(state), isRequest) : null,
      issued ? issuedByPage(sighting) : byRedirect(url, self),
      state ? byValue(key.asked(state), isRequest) : null,
      nonce ? byEarlierValue(key.nonce(nonce), isRequest) : null,
      issued ? besides(byOpenAttempt(url, self), sighting) : null,
      ...byRedirectUri(sighting.target, state, self),
      !issued && code ? byEarlierValue(key.code(code)) : null,
    ],
    rootable: sighting.certain,
  };
}
