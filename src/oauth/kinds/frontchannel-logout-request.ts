import { parseUrl } from '../../http/url.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';

/** OpenID Connect Front-Channel Logout section 2: the server loads the client's logout in a frame. */
export interface FrontchannelLogoutRequest extends MessageBase {
  readonly kind: 'frontchannel-logout-request';
  readonly issuer: string;
  readonly sessionId: string;
}

declare module '../message.ts' {
  interface MessageTypes {
    'frontchannel-logout-request': FrontchannelLogoutRequest;
  }
}

const OF_A_RESPONSE = ['code', 'error', 'state', 'id_token', 'access_token', 'response_type'];

/** OpenID Connect Front-Channel Logout section 2, with the issuer and the session. */
function recogniseFrontchannelLogout(view: ExchangeView): FrontchannelLogoutRequest | null {
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

export default defineKind({
  kind: 'frontchannel-logout-request',
  word: 'front-channel logout request',
  lanes: ['authorization server', 'client'],
  sentBy: 'navigation',
  recognise: recogniseFrontchannelLogout,
  grant: { of: 'first', is: 'logout' },
});
