import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { parseJsonObject, stringMember } from '../values/json.ts';
import type { TokenView } from '../values/jwt.ts';
import { viewToken } from '../values/jwt.ts';

/** CIBA Core sections 10.2, 10.3 and 12: the server tells the client that the user has decided. */
export interface BackchannelNotification extends MessageBase {
  readonly kind: 'backchannel-notification';
  /**
   * `ping`: the client has to ask for the tokens. `push`: the message contains them, or the error.
   */
  readonly mode: 'ping' | 'push';
  readonly authReqId: string;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: { readonly text: string; readonly view: TokenView } | null;
  readonly error: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'backchannel-notification': BackchannelNotification;
  }
}

/** CIBA Core sections 10.2 and 10.3. */
function recogniseBackchannelNotification(view: ExchangeView): BackchannelNotification | null {
  const { exchange, bodyFormat } = view;
  const { method, body } = exchange.request;
  if (method !== 'POST' || bodyFormat !== 'json' || !body || !('text' in body)) return null;
  const json = parseJsonObject(body.text);
  const authReqId = stringMember(json, 'auth_req_id');
  if (authReqId === null || stringMember(json, 'grant_type') !== null) return null;
  const accessToken = stringMember(json, 'access_token');
  const idToken = stringMember(json, 'id_token');
  const error = stringMember(json, 'error');
  return {
    kind: 'backchannel-notification',
    exchange,
    params: view.body,
    preflight: null,
    mode: accessToken === null && error === null ? 'ping' : 'push',
    authReqId,
    accessToken,
    refreshToken: stringMember(json, 'refresh_token'),
    idToken: idToken === null ? null : { text: idToken, view: viewToken(idToken) },
    error,
  };
}

export default defineKind({
  kind: 'backchannel-notification',
  word: 'backchannel notification',
  lanes: ['authorization server', 'client'],
  sentBy: 'server',
  rank: 7,
  recognise: recogniseBackchannelNotification,
  errorOf: ({ error }) => error,
  tokensOf: ({ idToken, accessToken, refreshToken }) => [
    ['id_token', idToken?.text ?? null],
    ['access_token', accessToken],
    ['refresh_token', refreshToken],
  ],
  notesOf: ({ mode }) => [{ label: 'Mode', text: mode }],
  grant: { of: 'any', is: 'ciba' },
});
