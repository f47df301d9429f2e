import { originOf } from '../http/cors-request.ts';
import type { Exchange } from '../http/exchange.ts';
import type { TokenRequest } from '../oauth/message.ts';
import type { Item, Seek } from './item.ts';
import { byEarlierValue, byValue } from './joins.ts';
import { key } from './keys.ts';
import { type Links, named } from './links.ts';
import { s256 } from './sha256.ts';

/** Joins of a token request: by code, by verifier, by refresh token, by device code. */
export function tokenLinks(request: TokenRequest): Links {
  const { params, response, exchange } = request;
  const { grant } = request;
  const code = params.get('code') ?? params.get('auth_code');
  const verifier = params.get('code_verifier');
  const refresh = params.get('refresh_token');
  const device = params.get('device_code');
  const polled = device ?? params.get('auth_req_id');
  const redirectUri = params.get('redirect_uri');
  const client = params.get('client_id');
  const sameClient = (candidate: Item): boolean =>
    candidate.sighting.kind === 'authorization-request' &&
    (client === undefined || candidate.sighting.effective('client_id') === client);
  return {
    provides: [
      named(key.usedCode, code),
      named(key.usedRefresh, refresh),
      named(key.polled, polled),
      named(key.token, response.accessToken),
      named(key.token, response.idToken?.text),
      named(key.token, response.refreshToken),
      named(key.refresh, response.refreshToken),
      key.endpoint(exchange.request.url),
      key.page(exchange.request.url),
      response.accessToken === null ? null : named(key.holder, originOf(exchange)),
    ],
    seeks: [
      code ? byValue(key.code(code)) : null,
      verifier ? byEarlierValue(key.challenge(s256(verifier))) : null,
      refresh ? byEarlierValue(key.refresh(refresh)) : null,
      device ? byEarlierValue(key.device(device)) : null,
      polled ? byEarlierValue(key.polled(polled)) : null,
      redirectUri && grant === 'authorization_code'
        ? {
            key: key.redirectUri(redirectUri),
            pick: 'newest-before',
            within: 600_000,
            accept: sameClient,
          }
        : null,
    ],
    rootable: true,
  };
}

/** What stands where a token should when a client lost it or wrapped it up. */
const NO_TOKEN = /^(?:undefined|null|NaN|\[object |bearer\s|dpop\s|["'{])/i;

/** Joins of whatever carries a token: to the message that issued it. */
export function tokenUseLinks({
  token,
  exchange,
}: {
  readonly token: string | null;
  readonly exchange: Exchange;
}): Links {
  return {
    provides: [key.endpoint(exchange.request.url)],
    seeks: [token && !NO_TOKEN.test(token) ? byValue(key.token(token)) : byHolder(exchange)],
    rootable: false,
  };
}

/** A call without a usable token belongs to the page that has one, if it has. */
function byHolder(exchange: Exchange): Seek | null {
  const origin = originOf(exchange);
  if (origin === null) return null;
  return { key: key.holder(origin), pick: 'newest-before', within: 3_600_000, accept: () => true };
}
