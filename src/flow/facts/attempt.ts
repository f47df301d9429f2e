import { parseUrl } from '../../http/url.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';

/** Whether this request starts the flow; servers repeat it inside one login (prompt, federation). */
export function startsFlow(message: AuthorizationRequest, flow: Flow): boolean {
  return flow.request === message;
}

/**
 * Whether a parameter is present, absent or hidden. An opaque request (RFC 9101, RFC 9126) may
 * carry what its URL does not show; a parameter absent from that URL is `hidden`. An empty value
 * counts as absent (RFC 6749 section 3.1).
 */
export function presence(
  message: AuthorizationRequest,
  name: string,
): 'present' | 'absent' | 'hidden' {
  if (message.effective(name)) return 'present';
  return message.opaque ? 'hidden' : 'absent';
}

/** Whether this is a broker's login at another server, inside the login of its own client. */
export function isFederated({ relation }: Flow): boolean {
  return relation === 'inside';
}

/** Whether the request asks for an S256 challenge (RFC 7636 section 4.3). */
export function hasS256(message: AuthorizationRequest): boolean {
  return (
    presence(message, 'code_challenge') === 'present' &&
    message.effective('code_challenge_method') === 'S256'
  );
}

/** Whether PKCE or a nonce keeps a foreign response out without a state (RFC 9700 section 2.1). */
export function isBound(message: AuthorizationRequest): boolean {
  return hasS256(message) || presence(message, 'nonce') === 'present';
}

const NETWORK_SCHEMES = new Set(['http:', 'https:', 'urn:']);

/** Whether the client is public (RFC 6749 section 2.1); null when nothing shows its type. */
export function isPublicClient(flow: Flow): boolean | null {
  const redirectUri = parseUrl(flow.request?.effective('redirect_uri') ?? '');
  if (redirectUri && !NETWORK_SCHEMES.has(redirectUri.protocol)) return true;
  const exchange = flow.tokenRequests.find(({ grant }) => grant === 'authorization_code');
  if (!exchange) return null;
  const { basic, params } = exchange;
  if (basic || params.has('client_secret') || params.has('client_assertion')) return false;
  return isFromPage(exchange) ? true : null;
}

/** Whether the authorization server sent the browser back without an error. */
export function wasAccepted(flow: Flow): boolean {
  return flow.responses.some(
    ({ params }) =>
      !params.has('error') &&
      ['code', 'id_token', 'access_token', 'response'].some((name) => params.has(name)),
  );
}
