import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import type { ExchangeView } from '../exchange-view.ts';
import { authorizationOf } from './authorization-header.ts';

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

/** Whether the response asks for an access token (RFC 6750 section 3, RFC 9449 section 7.1). */
export function asksForToken({ response }: Exchange): boolean {
  if (!response || ![401, 403, null].includes(response.status)) return false;
  return /\b(?:bearer|dpop)\b/i.test(headerValue(response.headers, 'www-authenticate') ?? '');
}
