import type { ExchangeView } from './exchange-view.ts';
import type { Jwt } from './jwt.ts';
import { jwtOf } from './jwt.ts';
import type { MessageBase } from './message-base.ts';

const END_SESSION_PATH =
  /\/(?:end_?session|session\/end|logout|v2\/logout|signout|connect\/endsession|openid-connect\/logout)\/?$/i;

/** OpenID Connect RP-Initiated Logout section 2. */
export interface EndSessionRequest extends MessageBase {
  readonly kind: 'end-session-request';
  readonly idTokenHint: Jwt | null;
}

/** OpenID Connect RP-Initiated Logout section 2. */
export function recogniseEndSession(view: ExchangeView): EndSessionRequest | null {
  const { exchange } = view;
  const params =
    exchange.request.method === 'POST' && view.bodyFormat === 'form' ? view.body : view.query;
  const hint = params.get('id_token_hint');
  const returns =
    params.has('post_logout_redirect_uri') || (params.has('logout_uri') && params.has('client_id'));
  if (params.has('response_type') || exchange.preflight) return null;
  if (!returns && !(hint !== undefined && END_SESSION_PATH.test(view.endpoint))) return null;
  return {
    kind: 'end-session-request',
    exchange,
    params,
    preflight: null,
    idTokenHint: jwtOf(hint),
  };
}
