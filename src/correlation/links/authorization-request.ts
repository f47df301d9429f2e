import { isError } from '../../http/status.ts';
import { originOfUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { isByOwnPage } from '../../oauth/values/own-page.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type Links, named, pageKeys } from '../links.ts';
import { resourceKeys } from '../request-keys.ts';
import { byBroker, byForm, byMetadata, bySentOn } from '../seeks.ts';
import { askedBy, byDemand } from '../step-up.ts';

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
export default function requestLinks(request: AuthorizationRequest, self: () => Item): Links {
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
      named(key.asked, state),
      named(key.nonce, request.effective('nonce')),
      named(key.challenge, request.effective('code_challenge')),
      named(key.requestUri, request.params.get('request_uri')),
      named(key.twin, twin),
      named(key.redirectUri, redirectUri),
      named(key.turn, redirectUri),
      named(key.returnsTo, redirectUri),
      named(key.client, request.effective('client_id')),
      ...resourceKeys(request.params.all('resource')),
      named(key.redirected, location),
      ...askedBy(request.effective),
      key.server(request.endpoint),
      key.used(request.endpoint),
      ...pageKeys(exchange),
      key.endpoint(request.endpoint),
    ],
    seeks: [
      ...(isByOwnPage(exchange) ? [byShownRequest(request)] : []),
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

/** Joins a call by the server's own sign-in page to the request for which the page was shown. */
function byShownRequest(request: AuthorizationRequest): Seek | null {
  const state = request.effective('state');
  if (!state) return null;
  const accept = ({ sighting, exchange }: Item): boolean =>
    sighting.kind === 'authorization-request' &&
    !isByOwnPage(exchange) &&
    sighting.effective('client_id') === request.effective('client_id') &&
    originOfUrl(sighting.endpoint) === originOfUrl(request.endpoint);
  return { key: key.state(state), pick: 'newest-before', within: HALF_HOUR, accept };
}

/**
 * A form of the server that sends the request, or a part of it, again with the consent of the user.
 * It belongs to the request on whose page it was shown, or after which it was shown.
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
