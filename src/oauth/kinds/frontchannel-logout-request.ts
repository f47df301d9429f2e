import { parseUrl } from '../../http/url.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message-base.ts';

/** OpenID Connect Front-Channel Logout section 2: the server loads the client's logout in a frame. */
export interface FrontchannelLogoutRequest extends MessageBase {
  readonly kind: 'frontchannel-logout-request';
  readonly issuer: string;
  readonly sessionId: string;
}

const OF_A_RESPONSE = ['code', 'error', 'state', 'id_token', 'access_token', 'response_type'];

/** OpenID Connect Front-Channel Logout section 2, with the issuer and the session. */
export function recogniseFrontchannelLogout(view: ExchangeView): FrontchannelLogoutRequest | null {
  const { exchange, query } = view;
  if (exchange.destination !== 'iframe' || exchange.request.method !== 'GET') return null;
  const issuer = query.get('iss');
  const sessionId = query.get('sid');
  if (!issuer || !sessionId || OF_A_RESPONSE.some((name) => query.has(name))) return null;
  if (!/^https?:$/.test(parseUrl(issuer)?.protocol ?? '')) return null;
  return {
    kind: 'frontchannel-logout-request',
    exchange,
    params: query,
    preflight: null,
    issuer,
    sessionId,
  };
}
