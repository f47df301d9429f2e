import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import type { Jwt } from '../values/jwt.ts';
import { viewToken } from '../values/jwt.ts';

/** OpenID Connect Back-Channel Logout section 2.5: the server tells a client that a session ended. */
export interface BackchannelLogoutRequest extends MessageBase {
  readonly kind: 'backchannel-logout-request';
  /** Null when it is encrypted or cannot be read. */
  readonly logoutToken: Jwt | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'backchannel-logout-request': BackchannelLogoutRequest;
  }
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

function isLogoutToken({ header, claims }: Jwt): boolean {
  if (/^(?:application\/)?logout\+jwt$/i.test(String(header.typ ?? ''))) return true;
  const { events } = claims;
  return typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT);
}

/** OpenID Connect Back-Channel Logout section 2.5. */
function recogniseBackchannelLogout(view: ExchangeView): BackchannelLogoutRequest | null {
  const { exchange, body } = view;
  if (exchange.request.method !== 'POST' || view.bodyFormat !== 'form') return null;
  const text = body.get('logout_token');
  if (text === undefined) return null;
  const token = viewToken(text);
  if (token.kind === 'opaque' || (token.kind === 'jwt' && !isLogoutToken(token.jwt))) return null;
  return {
    kind: 'backchannel-logout-request',
    exchange,
    params: body,
    preflight: null,
    logoutToken: token.kind === 'jwt' ? token.jwt : null,
  };
}

export default defineKind({
  kind: 'backchannel-logout-request',
  word: 'back-channel logout request',
  lanes: ['authorization server', 'client'],
  sentBy: 'server',
  signs: { body: ['logout_token'] },
  recognise: recogniseBackchannelLogout,
  grant: { of: 'first', is: 'logout' },
});
