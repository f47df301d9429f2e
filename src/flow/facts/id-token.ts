import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { parseHttpDate } from '../../http/http-date.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { type Jwt, type TokenView, viewToken } from '../../oauth/values/jwt.ts';

/** The messages that can bring an ID token. */
export type IdTokenBearer = TokenRequest | AuthorizationResponse;

/** The ID token of a message: of the token response, or of the front channel. */
export function idTokenOf(message: IdTokenBearer): { text: string; view: TokenView } | null {
  if (message.kind === 'token-request') return message.response.idToken;
  const text = message.params.get('id_token');
  return text ? { text, view: viewToken(text) } : null;
}

/** The decoded ID token of a message; null when there is none or it cannot be read. */
export function idTokenJwt(message: IdTokenBearer): Jwt | null {
  const view = idTokenOf(message)?.view;
  return view?.kind === 'jwt' ? view.jwt : null;
}

/** The server's own time when it answered; null when there is no `Date`, or a cached one. */
export function serverTime({ response, fromCache }: Exchange): number | null {
  if (!response || fromCache || headerValue(response.headers, 'age') !== null) return null;
  const date = headerValue(response.headers, 'date');
  return date === null ? null : parseHttpDate(date);
}
