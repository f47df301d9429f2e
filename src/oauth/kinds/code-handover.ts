import { originOf } from '../../http/cors-request.ts';
import { headerValue } from '../../http/headers.ts';
import { isError, isOk } from '../../http/status.ts';
import { defineKind } from '../define-kind.ts';
import { type ExchangeView, responseText } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { isRegisteredTokenError } from '../registry/token-errors.ts';
import { TOKEN_PARAMETERS } from '../token-form.ts';
import { authorizationOf } from '../values/authorization-header.ts';
import { codesIn } from '../values/handed-code.ts';
import { parseJsonObject } from '../values/json.ts';
import { saysFailure } from '../values/own-error.ts';
import type { Params } from '../values/params.ts';
import { readTokenResponse } from '../values/token-response.ts';
import { isCollector, isOtherProtocol } from '../vetoes.ts';

/**
 * A page hands the authorization code to the back end of its application, which redeems it out of
 * sight. How the parts of a client share the work is the client's affair: this is no token request
 * (RFC 6749 section 3.2).
 */
export interface CodeHandover extends MessageBase {
  readonly kind: 'code-handover';
  /** Values that may be the code; the one that a response brought counts. */
  readonly codes: readonly string[];
}

declare module '../message.ts' {
  interface MessageTypes {
    'code-handover': CodeHandover;
  }
}

/** A page that has these talks to a token endpoint, or pretends to be a server. */
const OF_TOKEN_REQUEST = ['client_secret', ...TOKEN_PARAMETERS].filter(
  (name) => name !== 'code_verifier',
);
const BESIDE_A_CODE = ['state', 'code_verifier', 'codeVerifier', 'redirect_uri', 'redirectUri'];

/** Whether a script of a page sent it. A server that sends a code talks to a token endpoint. */
function isByPage({ exchange }: ExchangeView): boolean {
  const { destination, request } = exchange;
  if (destination === 'empty') return true;
  return destination === 'unknown' && headerValue(request.headers, 'origin') !== null;
}

/** Whether the answer is that of a token endpoint. At another origin, an error of OAuth is one. */
function isOfTokenEndpoint(view: ExchangeView): boolean {
  const { outcome, error, json } = readTokenResponse(view);
  if (outcome === 'tokens') return json !== null && 'token_type' in json;
  const own = originOf(view.exchange) === view.origin;
  return (
    !own && error !== null && isRegisteredTokenError(error) && /token\/?$/i.test(view.endpoint)
  );
}

function recogniseHandover(view: ExchangeView): CodeHandover | null {
  const { exchange, body, query } = view;
  const { method } = exchange.request;
  const sent = method === 'GET' ? query : body;
  if (!['GET', 'POST', 'PUT', 'PATCH'].includes(method) || !isByPage(view)) return null;
  if (OF_TOKEN_REQUEST.some((name) => sent.has(name) || query.has(name))) return null;
  if (sent.has('response_type') || query.has('response_type')) return null;
  // The form of another origin is how a token endpoint is asked.
  if (view.bodyFormat === 'form' && originOf(exchange) !== view.origin && sent.has('client_id'))
    return null;
  const holdsToken = authorizationOf(exchange) !== null;
  if (holdsToken && !BESIDE_A_CODE.some((name) => sent.has(name))) return null;
  if (isOtherProtocol(sent) || isCollector(exchange.request.url)) return null;
  const codes = codesIn(view);
  return codes.length === 0 || isOfTokenEndpoint(view) ? null : codeHandover(view, codes, sent);
}

/** Builds the message. */
export function codeHandover(
  { exchange }: Pick<ExchangeView, 'exchange'>,
  codes: readonly string[],
  params: Params,
): CodeHandover {
  return { kind: 'code-handover', exchange, params, preflight: null, codes };
}

/** What the back end made of the code: its answer tells whether the login goes on. */
export function endOfHandover({ exchange }: CodeHandover): 'taken' | 'refused' | 'unknown' {
  const { response, failure, delivered } = exchange;
  if (delivered === false) return 'refused';
  if (response === null) return failure && failure.reason !== 'aborted' ? 'refused' : 'unknown';
  if (isError(response)) return 'refused';
  if (!isOk(response)) return 'unknown';
  return saysFailure(parseJsonObject(responseText(exchange) ?? '')) ? 'refused' : 'taken';
}

export default defineKind({
  kind: 'code-handover',
  word: 'handover of the code to the back end',
  lanes: ['user agent', 'client'],
  sentBy: 'script',
  rank: 7,
  signs: { body: ['authorizationCode', 'authorization_code', 'authCode', 'oauthCode'] },
  before: [
    'token-request',
    'device-authorization-request',
    'end-session-request',
    'third-party-initiated-login',
    'registration-request',
  ],
  recognise: recogniseHandover,
  leadsToTokens: true,
  isAttained: (handover) =>
    handover.exchange.response !== null && endOfHandover(handover) !== 'refused',
  shownAlone: false,
});
