import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';

/** OpenID Connect Session Management section 3.3: a hidden page that watches the session. */
export interface SessionIframe extends MessageBase {
  readonly kind: 'session-iframe';
}

declare module '../message.ts' {
  interface MessageTypes {
    'session-iframe': SessionIframe;
  }
}

/**
 * Paths of `check_session_iframe` at well-known servers, and of one test for third-party cookies.
 */
const PATH =
  /\/(?:login-status-iframe\.html(?:\/init)?|3p-cookies\/step[12]\.html|connect\/checksession|(?:oidc|session|openid|oauth2?)\/(?:check[_-]?session|check)(?:[_-]?iframe)?|check[_-]?session[_-]?iframe)(?:\.html|\.jsp)?$/i;

/** OpenID Connect Session Management section 3.3, recognised by the paths that servers use. */
function recogniseSessionIframe(view: ExchangeView): SessionIframe | null {
  const { exchange, query } = view;
  const { destination, request } = exchange;
  const framed = destination === 'iframe' || /\/init$/.test(view.endpoint);
  if (!framed || request.method !== 'GET' || !PATH.test(view.endpoint)) return null;
  return { kind: 'session-iframe', exchange, params: query, preflight: null };
}

export default defineKind({
  kind: 'session-iframe',
  word: 'session iframe',
  lanes: ['user agent', 'authorization server'],
  sentBy: 'navigation',
  before: ['authorization-response'],
  recognise: recogniseSessionIframe,
  judgedAlone: () => true,
});
