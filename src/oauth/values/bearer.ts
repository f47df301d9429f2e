import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { type ExchangeView, responseText } from '../exchange-view.ts';
import { authorizationOf } from './authorization-header.ts';
import { parseJsonObject, stringMember } from './json.ts';

/** An access token as a request presents it (RFC 6750 section 2, RFC 9449 section 7.1). */
interface Presented {
  /** Null when the token is in the URL, or when there is none. */
  readonly scheme: 'bearer' | 'dpop' | null;
  readonly token: string | null;
}

/** The access token of a request: in its header, else in its query. */
export function bearerOf({ exchange, query }: ExchangeView): Presented {
  return authorizationOf(exchange) ?? { scheme: null, token: query.get('access_token') ?? null };
}

/**
 * Whether the response asks for an access token: with a challenge (RFC 6750 section 3, RFC 9449
 * section 7.1), or by what it says without one.
 */
export function asksForToken(exchange: Exchange): boolean {
  const { response } = exchange;
  if (!response || ![401, 403, null].includes(response.status)) return false;
  const challenge = headerValue(response.headers, 'www-authenticate') ?? '';
  return /\b(?:bearer|dpop)\b/i.test(challenge) || wantsLogin(exchange) || refusesMcp(exchange);
}

/** Whether an API says by an error code of OpenID Connect that nobody is logged in. */
export function wantsLogin(exchange: Exchange): boolean {
  const text = responseText(exchange);
  if (exchange.response?.status !== 401 || text === null || !LOGIN_WANTED.test(text)) return false;
  return stringMember(parseJsonObject(text), 'error') === 'login_required';
}

/**
 * Whether an MCP server refused its client. It has to add a challenge (RFC 9728 section 5.1), but
 * not all do.
 */
function refusesMcp(exchange: Exchange): boolean {
  return exchange.response?.status === 401 && speaksMcp(exchange);
}

/** Whether a request is one of the Model Context Protocol, by its headers or by its JSON-RPC. */
export function speaksMcp({ request: { headers, body } }: Exchange): boolean {
  return (
    headerValue(headers, 'mcp-protocol-version') !== null ||
    headerValue(headers, 'mcp-session-id') !== null ||
    (body !== null && 'text' in body && isMcpCall(body.text))
  );
}

/** The form of an error that says that nobody is logged in, for a first look at a body. */
const LOGIN_WANTED = /"error"\s*:\s*"login_required"/;

/** Whether text is a request of the Model Context Protocol (JSON-RPC). */
function isMcpCall(text: string): boolean {
  return (
    /"jsonrpc"\s*:\s*"2\.0"/.test(text) &&
    /"method"\s*:\s*"(?:initialize|ping"|(?:tools|resources|prompts|notifications|server)\/)/.test(
      text,
    )
  );
}
