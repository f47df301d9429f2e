import { isError } from '../../http/status.ts';
import { originOfUrl, parseUrl, queryOf } from '../../http/url.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { formParams, type Params } from '../values/params.ts';
import { isOtherProtocol } from '../vetoes.ts';

/** OpenID Connect Core section 4: another site asks the client to start a login. */
export interface ThirdPartyInitiatedLogin extends MessageBase {
  readonly kind: 'third-party-initiated-login';
  /** Null when `iss` is missing, which is required, and the client refused the request. */
  readonly issuer: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'third-party-initiated-login': ThirdPartyInitiatedLogin;
  }
}

const OF_A_RESPONSE = ['code', 'error', 'state', 'id_token', 'access_token', 'response', 'sid'];
/** OpenID Connect Core section 4, and 1EdTech Security Framework section 5.1.1.1. */
const HINTS = ['target_link_uri', 'login_hint', 'lti_message_hint', 'lti_deployment_id'];

/** Whether the client answered by sending the browser to the issuer with an authorization request. */
function startsLogin({ location }: ExchangeView, issuer: string): boolean {
  if (location === null || originOfUrl(location) !== originOfUrl(issuer)) return false;
  const asked = formParams(queryOf(location));
  return asked.has('client_id') && (asked.has('response_type') || asked.has('request_uri'));
}

function isInitiation(view: ExchangeView, params: Params): string | null {
  const issuer = params.get('iss');
  if (!issuer || !/^https?:$/.test(parseUrl(issuer)?.protocol ?? '')) return null;
  if (params.has('response_type') || OF_A_RESPONSE.some((name) => params.has(name))) return null;
  if (isOtherProtocol(params)) return null;
  return HINTS.some((name) => params.has(name)) || startsLogin(view, issuer) ? issuer : null;
}

/**
 * Whether it is such a request without `iss`: it names a page and a user, as nothing else does
 * together, and the client refused it.
 */
function lacksIssuer({ exchange }: ExchangeView, params: Params): boolean {
  if (!isError(exchange.response) || params.has('iss') || params.has('client_id')) return false;
  if (params.has('response_type') || OF_A_RESPONSE.some((name) => params.has(name))) return false;
  return params.has('target_link_uri') && params.has('login_hint');
}

/** OpenID Connect Core section 4, by GET or POST. */
function recogniseInitiatedLogin(view: ExchangeView): ThirdPartyInitiatedLogin | null {
  const { exchange } = view;
  const { destination, request } = exchange;
  if (destination !== 'document' && destination !== 'iframe') return null;
  if (request.method !== 'GET' && request.method !== 'POST') return null;
  const params = request.method === 'POST' && view.bodyFormat === 'form' ? view.body : view.query;
  const issuer = isInitiation(view, params);
  if (issuer === null && !lacksIssuer(view, params)) return null;
  return { kind: 'third-party-initiated-login', exchange, params, preflight: null, issuer };
}

export default defineKind({
  kind: 'third-party-initiated-login',
  word: 'third-party-initiated login',
  lanes: ['user agent', 'client'],
  sentBy: 'navigation',
  recognise: recogniseInitiatedLogin,
  failsAlone: true,
  leadsToTokens: true,
});
