import { jwtOf } from '../oauth/jwt.ts';
import { jsonParams, type Params } from '../oauth/params.ts';
import { byNextReference, byValue } from './joins.ts';
import { key } from './keys.ts';
import type { LinksOf } from './links.ts';
import { named } from './links.ts';

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

/** Joins of a request object: to the authorization request that refers to it. */
export const requestObjectLinks: LinksOf<'request-object'> = ({ params, exchange }) => ({
  provides: carried(params),
  seeks: [byValue(key.requestUri(exchange.request.url))],
  rootable: false,
});

/** Joins of a pushed request: to the authorization request that refers to it. */
export const pushedLinks: LinksOf<'pushed-authorization-request'> = (sighting, self) => {
  const { requestUri, exchange, params } = sighting;
  const { url } = exchange.request;
  const client = params.get('client_id');
  // Browsers forget the answer when the page leaves at once, which is what pages do with it.
  const unread = requestUri === null && exchange.response?.status === 201;
  return {
    provides: [named(key.pushed, requestUri), key.endpoint(url), ...carried(params)],
    seeks: [
      requestUri ? byValue(key.requestUri(requestUri)) : null,
      unread && client ? byNextReference(url, client, self) : null,
    ],
    rootable: true,
  };
};

/** Joins of a device authorization request: its polls seek it. */
export const deviceLinks: LinksOf<'device-authorization-request'> = ({ deviceCode, exchange }) => ({
  provides: [named(key.device, deviceCode), key.endpoint(exchange.request.url)],
  seeks: [],
  rootable: true,
});
