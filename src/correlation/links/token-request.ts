import { originOf } from '../../http/cors-request.ts';
import { s256 } from '../../http/digest.ts';
import { headerValue } from '../../http/headers.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { MessageOf } from '../../oauth/message.ts';
import type { Grant } from '../../oauth/values/grants.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { isAnonymous } from '../../oauth/values/placeholder.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type Links, named } from '../links.ts';
import { repeatKey, resourceKeys } from '../request-keys.ts';
import { afterEarlierValue, byEarlierValue, byMetadata, byValue } from '../seeks.ts';
import { ofKind } from '../seeks-back-channel.ts';
import { sessionKeys } from '../sessions.ts';

/** Joins of a token request: by code, verifier, refresh token, or the value that it polls with. */
export default function tokenLinks(request: TokenRequest): Links {
  const { params, response, exchange, basic } = request;
  const code = params.get('code') ?? params.get('auth_code');
  const verifier = params.get('code_verifier');
  const refresh = params.get('refresh_token');
  const device = params.get('device_code');
  const authReqId = params.get('auth_req_id');
  const idToken = response.idToken?.view;
  return {
    provides: [
      named(key.usedCode, code),
      named(key.usedRefresh, refresh),
      named(key.polledDevice, device),
      named(key.polledAuthReqId, authReqId),
      named(key.token, response.accessToken),
      named(key.token, response.idToken?.text),
      named(key.token, response.refreshToken),
      named(key.refresh, response.refreshToken),
      named(key.client, params.get('client_id') ?? basic?.id),
      ...resourceKeys(params.all('resource')),
      ...sessionKeys(idToken?.kind === 'jwt' ? idToken.jwt : null),
      wantsRepeat(request) ? repeatKey(params) : null,
      ...continuations((name) => stringMember(response.json, name)),
      key.endpoint(exchange.request.url),
      key.page(exchange.request.url),
      key.used(exchange.request.url),
      response.accessToken === null ? null : named(key.holder, originOf(exchange)),
      named(key.tokenStart, response.accessToken),
    ],
    seeks: [
      code ? byValue(key.code(code), isTied) : null,
      ...(code ? byOwner(request) : []),
      code ? byValue(key.code(code)) : null,
      code ? byEarlierValue(key.usedCode(code)) : null,
      verifier ? byEarlierValue(key.challenge(s256(verifier))) : null,
      refresh ? byEarlierValue(key.refresh(refresh)) : null,
      device ? byEarlierValue(key.device(device)) : null,
      authReqId ? byEarlierValue(key.authReqId(authReqId)) : null,
      device ? byEarlierValue(key.polledDevice(device)) : null,
      authReqId ? byEarlierValue(key.polledAuthReqId(authReqId)) : null,
      refresh ? byEarlierValue(key.usedRefresh(refresh)) : null,
      // An access token or an ID token that is sent by mistake.
      refresh ? byEarlierValue(key.token(refresh)) : null,
      ...continuations((name) => params.get(name)).map((name) =>
        name ? byEarlierValue(name) : null,
      ),
      byAskedFor(request),
      byChallenged(request),
      bySameClient(request),
    ],
    parentSeeks: handedIn(request).map((token) => afterEarlierValue(key.token(token))),
    metadataSeek: byMetadata(exchange.request.url, exchange),
    rootable: true,
  };
}

const DAY = 86_400_000;

/** Whether a response says which request it answers. */
function isTied({ sighting }: Item): boolean {
  const isResponse = sighting.kind === 'response-issued' || sighting.kind === 'response-delivered';
  return !isResponse || sighting.params.has('state');
}

/**
 * Joins the redemption of a code to the request that the verifier, or else the nonce, belongs to. A
 * response without state only has a place, which two logins in two tabs share (RFC 9700 section
 * 2.1).
 */
function byOwner({ params, response }: TokenRequest): readonly Seek[] {
  const verifier = params.get('code_verifier');
  const idToken = response.idToken?.view;
  const nonce = idToken?.kind === 'jwt' ? stringMember(idToken.jwt.claims, 'nonce') : null;
  const isStateless = ofKind(
    'authorization-request',
    ({ effective }) => effective('state') === undefined,
  );
  return [
    ...(verifier ? [byEarlierValue(key.challenge(s256(verifier)), isStateless)] : []),
    ...(nonce ? [byEarlierValue(key.nonce(nonce), isStateless)] : []),
  ];
}

/** Joins the redemption of a code when only the redirect URI is known. */
function byAskedFor(token: TokenRequest): Seek | null {
  const { params, grant } = token;
  const redirectUri = params.get('redirect_uri');
  const client = params.get('client_id');
  if (!redirectUri || grant !== 'authorization_code') return null;
  const accept = ofKind(
    'authorization-request',
    (request) =>
      (client === undefined || isSame(request.effective('client_id'), client)) &&
      !isOtherAttempt(request, token),
  );
  return { key: key.redirectUri(redirectUri), pick: 'newest-before', within: 600_000, accept };
}

/**
 * Joins a token request whose code or refresh token a sanitizer removed: to the last attempt of the
 * client at that endpoint.
 */
function bySameClient({ params, exchange }: TokenRequest): Seek | null {
  const value = params.get('code') ?? params.get('refresh_token');
  if (value === undefined || !isAnonymous(value)) return null;
  const client = params.get('client_id');
  const accept = ofKind('token-request', (other) => other.params.get('client_id') === client);
  return { key: key.endpoint(exchange.request.url), pick: 'newest-before', within: DAY, accept };
}

/** Whether a token request and its answer prove that the code belongs to another request. */
function isOtherAttempt(
  { effective }: MessageOf<'authorization-request'>,
  { params, response }: TokenRequest,
): boolean {
  const [challenge, verifier] = [effective('code_challenge'), params.get('code_verifier')];
  const hashed = effective('code_challenge_method') === 'S256';
  const known = challenge && verifier && !isAnonymous(challenge) && !isAnonymous(verifier);
  if (known && hashed && s256(verifier) !== challenge) return true;
  const idToken = response.idToken?.view;
  const returned = idToken?.kind === 'jwt' ? stringMember(idToken.jwt.claims, 'nonce') : null;
  const sent = effective('nonce');
  return sent !== undefined && returned !== null && !isSame(sent, returned);
}

/** Whether two values are equal, or may have been before one of them was removed. */
function isSame(one: string | undefined, other: string): boolean {
  return one === other || (one !== undefined && isAnonymous(one)) || isAnonymous(other);
}

/** Errors after which the client repeats the request with a new proof in a header. */
const REPEATED = new Set(['use_dpop_nonce', 'use_attestation_challenge', 'use_fresh_attestation']);

const PROOFS = ['dpop', 'oauth-client-attestation-pop'];

function wantsRepeat({ response }: TokenRequest): boolean {
  return response.error !== null && REPEATED.has(response.error);
}

/**
 * Joins a repetition with a nonce or a challenge to the request whose refusal asked for it (RFC
 * 9449 section 8).
 */
function byChallenged({ params, exchange }: TokenRequest): Seek | null {
  const { headers } = exchange.request;
  if (PROOFS.every((name) => headerValue(headers, name) === null)) return null;
  return {
    key: repeatKey(params),
    pick: 'newest-before',
    within: 60_000,
    accept: ofKind('token-request', wantsRepeat),
  };
}

/**
 * Members of an answer that asks for one more step, which the next request sends back: after a
 * second factor, in OAuth for first-party applications, and in UMA.
 */
const CONTINUATIONS = ['mfa_token', 'auth_session', 'ticket'];

function continuations(get: (name: string) => string | null | undefined) {
  return CONTINUATIONS.map((name) => named(key.step, get(name)));
}

const HANDED_IN: Readonly<Partial<Record<Grant, readonly string[]>>> = {
  token_exchange: ['subject_token', 'actor_token'],
  jwt_bearer: ['assertion'],
  saml_bearer: ['assertion'],
};

/** The tokens that are exchanged for another. The attempt continues the one that issued them. */
function handedIn({ grant, params }: TokenRequest): readonly string[] {
  const names = (grant && HANDED_IN[grant]) ?? [];
  return names.flatMap((name) => params.get(name) || []);
}
