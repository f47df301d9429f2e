import { s256 } from '../../http/digest.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { jsonParams, type Params } from '../../oauth/values/params.ts';
import { key } from '../keys.ts';
import { byNextReference, byValue } from '../seeks.ts';
import { byRepetition, ofKind } from '../seeks-back-channel.ts';
import { type LinksOf, named } from './links.ts';

/** What ties a response to the request that these are the parameters of. */
function carried(params: Params): readonly (string | null)[] {
  const inside = jwtOf(params.get('request'));
  const { get } = inside ? jsonParams(inside.claims) : params;
  return [
    named(key.state, get('state')),
    named(key.nonce, get('nonce')),
    named(key.challenge, get('code_challenge')),
    named(key.redirectUri, get('redirect_uri')),
  ];
}

/** What a request and its repetition have in common: everything but the proof of the client. */
export function repeatKey(params: Params): string {
  const kept = params.pairs
    .filter(({ name }) => name !== 'client_assertion')
    .map(({ name, value }) => `${name}=${value}`);
  return key.repeat(s256(kept.sort().join('&')));
}

/** The keys under which the metadata of an API, or its refusal, finds who wants a token for it. */
export function resourceKeys(resources: readonly string[]): readonly string[] {
  return resources.slice(0, 10).map(key.resource);
}

/** Joins of a request object: to the authorization request that refers to it. */
export const requestObjectLinks: LinksOf<'request-object'> = ({ params, exchange }) => ({
  provides: carried(params),
  seeks: [byValue(key.requestUri(exchange.request.url))],
  rootable: false,
});

/** Joins of a pushed request: to the authorization request that refers to it, else to its repetition. */
export const pushedLinks: LinksOf<'pushed-authorization-request'> = (sighting, self) => {
  const { requestUri, exchange, params } = sighting;
  const { url } = exchange.request;
  const client = params.get('client_id');
  const same = repeatKey(params);
  // Browsers forget the answer, or its status, when the page leaves at once: what pages do with it.
  const { response, failure } = exchange;
  const unread =
    requestUri === null &&
    (response
      ? response.status === 201 || (response.status === null && 'unknown' in response.body)
      : failure === null);
  return {
    provides: [
      named(key.pushed, requestUri),
      named(key.client, client),
      requestUri ? same : null,
      ...resourceKeys(params.all('resource')),
      key.endpoint(url),
      ...carried(params),
    ],
    seeks: [
      requestUri ? byValue(key.requestUri(requestUri)) : null,
      unread && client ? byNextReference(url, client, self) : null,
      requestUri ? null : byRepetition(same, ofKind('pushed-authorization-request')),
    ],
    rootable: true,
  };
};
