import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { stringMember } from '../values/json.ts';
import { jsonErrorOf } from '../values/json-error.ts';

/** CIBA Core section 7.1: asks for a login that the user confirms on another device. */
export interface BackchannelAuthenticationRequest extends MessageBase {
  readonly kind: 'backchannel-authentication-request';
  /**
   * The id that the client polls with (CIBA Core section 7.3); null when none was issued or
   * recorded.
   */
  readonly authReqId: string | null;
  /** The token that the server presents when it calls back (CIBA Core section 7.1). */
  readonly notificationToken: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'backchannel-authentication-request': BackchannelAuthenticationRequest;
  }
}

const PATH =
  /\/(?:bc-auth(?:orize)?(?:\.ciba)?|bc\/authorize|ciba\/auth|backchannel(?:[/_-]?auth\w*)?)\/?$/i;
const HINTS = ['login_hint', 'login_hint_token', 'id_token_hint', 'request', 'binding_message'];

/** CIBA Core section 7.1. */
function recogniseBackchannelAuthentication(
  view: ExchangeView,
): BackchannelAuthenticationRequest | null {
  const { exchange, body, responseJson } = view;
  if (exchange.request.method !== 'POST' || body.has('grant_type')) return null;
  const authReqId = stringMember(responseJson, 'auth_req_id');
  const asks = HINTS.some((name) => body.has(name));
  const unread = view.bodyFormat === 'unknown';
  if (!(asks || unread) || body.has('auth_req_id')) return null;
  if (authReqId === null && !(asks && PATH.test(view.endpoint))) return null;
  return {
    kind: 'backchannel-authentication-request',
    exchange,
    params: body,
    preflight: null,
    authReqId,
    notificationToken: body.get('client_notification_token') ?? null,
  };
}

export default defineKind({
  kind: 'backchannel-authentication-request',
  listedAs: 'backchannel_authentication_endpoint',
  word: 'backchannel authentication request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  rank: 6,
  signs: {
    path: /bc(?:-auth(?:orize)?)?|backchannel|ciba/,
    body: ['login_hint_token', 'binding_message'],
  },
  before: ['authorization-request'],
  recognise: recogniseBackchannelAuthentication,
  errorOf: ({ exchange }) => jsonErrorOf(exchange),
  grant: { of: 'any', is: 'ciba' },
  begins: true,
  failsAlone: true,
  authenticates: true,
  leadsToTokens: true,
});
