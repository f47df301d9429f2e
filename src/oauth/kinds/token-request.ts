import { decodeBase64url } from '../../http/base64.ts';
import type { Exchange } from '../../http/exchange.ts';
import { formDecoded } from '../../http/form.ts';
import { headerValue } from '../../http/headers.ts';
import { defineKind } from '../define-kind.ts';
import type { BodyFormat, ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { isRegisteredTokenError } from '../registry/token-errors.ts';
import { TOKEN_PARAMETERS } from '../token-form.ts';
import type { Grant } from '../values/grants.ts';
import { grantOf } from '../values/grants.ts';
import { type Params, paramsOf } from '../values/params.ts';
import type { TokenResponse } from '../values/token-response.ts';
import { readTokenResponse } from '../values/token-response.ts';
import { isOtherProtocol } from '../vetoes.ts';

interface Credentials {
  readonly id: string;
  readonly secret: string;
}

/** Decoded, and as sent: some clients do not encode them (RFC 6749 section 2.3.1). */
interface BasicCredentials extends Credentials {
  readonly raw: Credentials;
}

/** RFC 6749 sections 4.1.3 and 6: to the token endpoint, with the response. */
export interface TokenRequest extends MessageBase {
  readonly kind: 'token-request';
  readonly grantType: string | null;
  readonly grant: Grant | null;
  readonly bodyFormat: BodyFormat;
  /** Credentials of `Authorization: Basic`, decoded; null when there are none (RFC 6749 2.3.1). */
  readonly basic: BasicCredentials | null;
  readonly response: TokenResponse;
}

declare module '../message.ts' {
  interface MessageTypes {
    'token-request': TokenRequest;
  }
}

const TOKEN_PATH = /\/(?:token|access_token|oauth\.v2\.access|token\.oauth2|token-request)\/?$/i;
const ACCEPT = 5;

function parameterScore(params: Params): number {
  let score = 0;
  const grantType = params.get('grant_type');
  if (grantType !== undefined && (grantOf(grantType) || /^(?:https?:|urn:)/.test(grantType)))
    score += 5;
  else if (grantType) score += 3;
  const code = params.has('code');
  if (code && (params.has('client_id') || params.has('redirect_uri'))) score += 3;
  if (params.has('code_verifier')) score += 3;
  if (params.has('refresh_token') && params.has('client_id')) score += 3;
  return score;
}

function responseScore(view: ExchangeView, bodyKnown: boolean): number {
  const json = view.responseJson;
  if (!json) return 0;
  if ('access_token' in json && 'token_type' in json) return bodyKnown ? 2 : 4;
  if (bodyKnown || typeof json.error !== 'string') return 0;
  return isRegisteredTokenError(json.error) ? 3 : 2;
}

function score(view: ExchangeView, params: Params, format: BodyFormat): number {
  let sum = parameterScore(params) + responseScore(view, format !== 'unknown' && format !== 'none');
  if (format === 'form') sum += 2;
  if (TOKEN_PATH.test(view.endpoint)) sum += 2;
  return sum;
}

function choose(view: ExchangeView): { params: Params; format: BodyFormat } {
  const { body, query, bodyFormat } = view;
  const byGet = view.exchange.request.method === 'GET' && query.has('client_secret');
  const inQuery = (query.has('grant_type') || byGet) && !body.has('grant_type');
  if (!inQuery) return { params: body, format: bodyFormat };
  // Some servers read the grant from the query and the rest from JSON.
  return { params: paramsOf([...query.pairs, ...body.pairs]), format: 'query' };
}

/** Credentials of HTTP Basic, form-decoded because RFC 6749 section 2.3.1 encodes them. */
function basicCredentials(exchange: Exchange): BasicCredentials | null {
  const value = headerValue(exchange.request.headers, 'authorization');
  const match = value === null ? null : /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(value);
  if (!match?.[1]) return null;
  const text = decodeBase64url(match[1]) ?? '';
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const raw = { id: text.slice(0, colon), secret: text.slice(colon + 1) };
  return { id: formDecoded(raw.id), secret: formDecoded(raw.secret), raw };
}

/**
 * Recognises a token request (RFC 6749 section 3.2), including malformed ones that servers refuse.
 */
function recogniseTokenRequest(view: ExchangeView): TokenRequest | null {
  const { exchange } = view;
  const { destination, request } = exchange;
  if (destination === 'document' || destination === 'iframe') return null;
  if (!['POST', 'GET', 'PUT'].includes(request.method)) return null;
  const { params, format } = choose(view);
  if (isOtherProtocol(params) || params.has('response_type')) return null;
  if (params.get('grant_type')?.includes('pre-authorized_code')) return null;
  const proxied = params.has('code') && answersTokens(view);
  if (score(view, params, format) < ACCEPT && !proxied) return null;
  return tokenRequest(view);
}

/** Whether the answer is that of a token endpoint, or of a proxy that passes it on. */
function answersTokens({ responseJson: json }: ExchangeView): boolean {
  return json !== null && typeof json.access_token === 'string' && 'token_type' in json;
}

/** Builds the message. */
export function tokenRequest(view: ExchangeView): TokenRequest {
  const { exchange } = view;
  const { params, format } = choose(view);
  const grantType = params.get('grant_type') ?? null;
  return {
    kind: 'token-request',
    exchange,
    params,
    preflight: null,
    grantType,
    grant: grantType === null ? impliedGrant(params) : grantOf(grantType),
    bodyFormat: format,
    basic: basicCredentials(exchange),
    response: readTokenResponse(view, asksToDecide(params)),
  };
}

/**
 * Whether the request wants to know what is allowed, and no token. Servers with authorization
 * services answer with a decision or with a list of permissions then.
 */
function asksToDecide(params: Params): boolean {
  if (grantOf(params.get('grant_type') ?? '') !== 'uma') return false;
  return /^(?:decision|permissions)$/.test(params.get('response_mode') ?? '');
}

function impliedGrant(params: Params): TokenRequest['grant'] {
  if (params.has('code')) return 'authorization_code';
  return params.has('refresh_token') ? 'refresh_token' : null;
}

export default defineKind({
  kind: 'token-request',
  listedAs: 'token_endpoint',
  word: 'token request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  rank: 8,
  signs: { path: /token|access_token/, body: TOKEN_PARAMETERS },
  before: ['end-session-request', 'authorization-response'],
  recognise: recogniseTokenRequest,
  errorOf: ({ response }) => response.error,
  tokensOf: ({ response: { idToken, accessToken, refreshToken } }) => [
    ['id_token', idToken?.text ?? null],
    ['access_token', accessToken],
    ['refresh_token', refreshToken],
  ],
  begins: true,
  authenticates: true,
  repeats: true,
  leadsToTokens: true,
  purposeOf: ({ grant }) => (grant === 'refresh_token' ? 'refresh' : 'tokens'),
  isAttained: ({ response, exchange }) =>
    response.outcome === 'tokens' && exchange.delivered !== false,
});
