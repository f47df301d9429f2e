import { headerValue } from '../../http/headers.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message-base.ts';
import { authorizationOf } from '../values/authorization-header.ts';

/** OpenID Connect Core section 5.3.1. */
export interface UserinfoRequest extends MessageBase {
  readonly kind: 'userinfo-request';
  readonly token: string | null;
}

/** RFC 6750: a request to a resource server that carries, or is asked for, an access token. */
export interface ApiCall extends MessageBase {
  readonly kind: 'api-call';
  readonly scheme: 'bearer' | 'dpop' | null;
  readonly token: string | null;
}

const USERINFO_PATH = /\/userinfo(?:\.openid)?\/?$/i;

function credentials(view: ExchangeView): { scheme: ApiCall['scheme']; token: string | null } {
  const presented = authorizationOf(view.exchange);
  if (presented) return presented;
  return { scheme: null, token: view.query.get('access_token') ?? null };
}

function isChallenged(view: ExchangeView): boolean {
  const { response } = view.exchange;
  if (!response || ![401, 403, null].includes(response.status)) return false;
  return /\b(?:bearer|dpop)\b/i.test(headerValue(response.headers, 'www-authenticate') ?? '');
}

/** Recognises a request with an access token, or one that a resource server wants a token for. */
export function recogniseBearerCall(view: ExchangeView): ApiCall | UserinfoRequest | null {
  const { exchange } = view;
  if (exchange.preflight || exchange.request.method === 'OPTIONS') return null;
  const { scheme, token } = credentials(view);
  const userinfo = USERINFO_PATH.test(view.endpoint);
  if (
    token === null &&
    !isChallenged(view) &&
    !(userinfo && view.exchange.request.headersComplete === false)
  ) {
    return null;
  }
  const base = { exchange, params: view.query, preflight: null, token };
  return userinfo ? { kind: 'userinfo-request', ...base } : { kind: 'api-call', scheme, ...base };
}
