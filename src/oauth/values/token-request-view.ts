import { headerValue } from '../../http/headers.ts';
import { hasStatus, isError, isOk } from '../../http/status.ts';
import type { TokenRequest } from '../kinds/token-request.ts';
import { isProtocolStep, showsRequestWasRead } from '../registry/token-errors.ts';

/** Whether the answer proves that the server understood the encoding of the parameters. */
export function wasUnderstood({ response }: TokenRequest): boolean {
  if (response.outcome === 'tokens') return true;
  return response.error !== null && showsRequestWasRead(response.error);
}

/** The client that the request names: `client_id`, else the user of HTTP Basic. */
export function clientOf({ params, basic }: TokenRequest): string | null {
  return params.get('client_id') || basic?.id || null;
}

/** Whether the answer has a status of 200 to 299, or an unknown one and tokens. */
export function isSuccess({ exchange, response }: TokenRequest): boolean {
  if (isOk(exchange.response)) return true;
  return exchange.response?.status === null && response.outcome === 'tokens';
}

/** Whether the answer has a status of 400 or more, or an unknown one and an error code. */
export function isRefusal({ exchange, response }: TokenRequest): boolean {
  if (isError(exchange.response)) return true;
  return exchange.response?.status === null && response.error !== null;
}

/**
 * Whether a script in a page sent the request, so that every visitor of the page can read what it
 * carries. False when a server may have sent it.
 */
export function isFromPage({ exchange }: Pick<TokenRequest, 'exchange'>): boolean {
  const { destination, mode, request } = exchange;
  if (headerValue(request.headers, 'origin') !== null) return true;
  return destination === 'empty' && (mode === 'cors' || mode === 'same-origin');
}

/** Codes about the client or the state of the server, and not about what the request hands in. */
const OTHER_REASON = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'temporarily_unavailable',
  'invalid_dpop_proof',
  'invalid_client_attestation',
]);

/** Whether the server refused a request, and what it hands in can be the reason. */
export function refusesGrant(message: TokenRequest): boolean {
  if (!isRefusal(message)) return false;
  const { error } = message.response;
  if (error !== null) return !OTHER_REASON.has(error) && !isProtocolStep(error);
  const { response } = message.exchange;
  // Without a code, these say nothing of the endpoint's URL or of what stands in front of it.
  return (
    hasStatus(response, 400, 403) || hasStatus(response, 422, 422) || hasStatus(response, 500, 500)
  );
}
