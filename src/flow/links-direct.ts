import { jwtOf } from '../oauth/jwt.ts';
import { jsonParams, type Params } from '../oauth/params.ts';
import { byValue } from './joins.ts';
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
export const pushedLinks: LinksOf<'pushed-authorization-request'> = ({
  requestUri,
  params,
  exchange,
}) => ({
  provides: [named(key.pushed, requestUri), key.endpoint(exchange.request.url), ...carried(params)],
  seeks: [requestUri ? byValue(key.requestUri(requestUri)) : null],
  rootable: true,
});

/** Joins of a device authorization request: its polls seek it. */
export const deviceLinks: LinksOf<'device-authorization-request'> = ({ deviceCode, exchange }) => ({
  provides: [named(key.device, deviceCode), key.endpoint(exchange.request.url)],
  seeks: [],
  rootable: true,
});
