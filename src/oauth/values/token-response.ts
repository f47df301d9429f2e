import { isOk } from '../../http/status.ts';
import { tokenResponseShape } from '../../providers/registry/response-shapes.ts';
import type { ExchangeView } from '../exchange-view.ts';
import { isTooLong, type JsonObject, stringMember } from './json.ts';
import type { TokenView } from './jwt.ts';
import { viewToken } from './jwt.ts';
import { formParams } from './params.ts';

/** RFC 6749 sections 5.1 and 5.2. */
export interface TokenResponse {
  /**
   * `unknown`: its body was not recorded. `decision`: what a UMA client asks for instead of a token.
   * `other`: neither tokens nor an OAuth error.
   */
  readonly outcome: 'tokens' | 'decision' | 'error' | 'other' | 'failed' | 'unknown';
  readonly json: JsonObject | null;
  readonly error: string | null;
  readonly errorDescription: string | null;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: { readonly text: string; readonly view: TokenView } | null;
}

/** Reads form-encoded answers like JSON. Some servers send them unless the request accepts JSON. */
function formObject(text: string | null): JsonObject | null {
  if (
    text === null ||
    !/^(?:[\w.-]+=[^&\s<]*&)*(?:access_token|error)=[^<\s]*$/.test(text.slice(0, 4_096))
  ) {
    return null;
  }
  return Object.fromEntries(formParams(text).pairs.map(({ name, value }) => [name, value]));
}

/** The access token, including from an object in which a provider nests it. */
function accessTokenOf(json: JsonObject | null): string | null {
  const shape = tokenResponseShape(json);
  const inner = shape ? json?.[shape.accessTokenIn] : null;
  const inside = isObject(inner) ? stringMember(inner, 'access_token') : null;
  // An empty string is no token.
  return stringMember(json, 'access_token') || inside || null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function outcomeOf(
  view: ExchangeView,
  json: JsonObject | null,
  asksToDecide: boolean,
): TokenResponse['outcome'] {
  const { response, failure } = view.exchange;
  if (!response) return failure ? 'failed' : 'unknown';
  if (json && typeof json.error === 'string') return 'error';
  if (accessTokenOf(json) !== null || stringMember(json, 'id_token')) return 'tokens';
  if (asksToDecide && isOk(response)) return 'decision';
  if (!('text' in response.body)) return 'unknown';
  const { text, truncated = false } = response.body;
  // Without its status, such an answer could be a refusal, or a damaged success.
  const vague = response.status === null && view.location === null;
  // A body that begins like a page is neither, however it continues.
  const open = (truncated || isTooLong(text) || vague) && !/^\s*</.test(text);
  return open ? 'unknown' : 'other';
}

/**
 * Reads the answer of the token endpoint (RFC 6749 sections 5.1 and 5.2); never throws.
 * `asksToDecide` is true when the request asks for a decision or a list instead of a token.
 */
export function readTokenResponse(view: ExchangeView, asksToDecide = false): TokenResponse {
  const json = view.responseJson ?? formObject(view.responseText);
  const idToken = stringMember(json, 'id_token') || null;
  return {
    outcome: outcomeOf(view, json, asksToDecide),
    json,
    error: stringMember(json, 'error'),
    errorDescription: stringMember(json, 'error_description'),
    accessToken: accessTokenOf(json),
    refreshToken: stringMember(json, 'refresh_token') || null,
    idToken: idToken === null ? null : { text: idToken, view: viewToken(idToken) },
  };
}
