import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import type { Jwt } from '../values/jwt.ts';
import { jwtOf } from '../values/jwt.ts';
import type { Params } from '../values/params.ts';
import { isOtherProtocol, isTracker } from '../vetoes.ts';

const LOGOUT_PATH = /\/(?:end_?session|session\/end|logout|signout|signoff|startSLO\.ping)\/?$/i;
/** Paths that are only used for logout. A page that goes there without parameters logs out. */
const OWN_PATH =
  /\/(?:protocol\/openid-connect\/logout|connect\/endsession|oauth2\/(?:v\d(?:\.\d)?\/)?logout|oidc\/(?:v\d\/)?(?:end_session|logout|session\/end)|session\/end|end_session|as\/signoff|idp\/startSLO\.ping|idp\/oidc\/logout)\/?$/i;

/** Names that providers give the parameter with the URL to return to. */
const RETURN_NAMES = ['post_logout_redirect_uri', 'logout_uri', 'returnTo', 'redirect_uri'];

/** OpenID Connect RP-Initiated Logout section 2. */
export interface EndSessionRequest extends MessageBase {
  readonly kind: 'end-session-request';
  readonly idTokenHint: Jwt | null;
  /** Where the user returns to, under any of the names; null when the request does not say. */
  readonly returnTo: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'end-session-request': EndSessionRequest;
  }
}

function asksForLogout(view: ExchangeView, params: Params): boolean {
  if (params.has('post_logout_redirect_uri')) return true;
  const logout = LOGOUT_PATH.test(view.endpoint);
  if (logout && (params.has('id_token_hint') || params.has('logout_hint'))) return true;
  // Some servers accept the client and the place to return to instead.
  if (logout && params.has('client_id'))
    return params.has('logout_uri') || params.has('returnTo') || params.has('redirect_uri');
  const { destination } = view.exchange;
  return (destination === 'document' || destination === 'iframe') && OWN_PATH.test(view.endpoint);
}

/** OpenID Connect RP-Initiated Logout section 2, by GET or POST. */
function recogniseEndSession(view: ExchangeView): EndSessionRequest | null {
  const { exchange } = view;
  const { method, url } = exchange.request;
  if (method !== 'GET' && method !== 'POST') return null;
  const params = method === 'POST' && view.bodyFormat === 'form' ? view.body : view.query;
  if (params.has('response_type') || params.has('grant_type')) return null;
  if (isOtherProtocol(params) || isTracker(url) || !asksForLogout(view, params)) return null;
  return {
    kind: 'end-session-request',
    exchange,
    params,
    preflight: null,
    idTokenHint: jwtOf(params.get('id_token_hint')),
    returnTo: RETURN_NAMES.map((name) => params.get(name)).find(Boolean) ?? null,
  };
}

export default defineKind({
  kind: 'end-session-request',
  listedAs: 'end_session_endpoint',
  word: 'logout request',
  lanes: ['user agent', 'authorization server'],
  sentBy: 'navigation',
  signs: {
    path: /logout|end_?session/,
    query: ['id_token_hint', 'post_logout_redirect_uri'],
  },
  before: ['frontchannel-logout-request', 'third-party-initiated-login', 'authorization-response'],
  recognise: recogniseEndSession,
  grant: { of: 'first', is: 'logout' },
});
