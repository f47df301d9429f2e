import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Flow } from '../flow.ts';

/**
 * Whether a response with another state answers another request, so that the two were joined by
 * mistake: a recorded request has that state, or the request of this flow had its answer before.
 */
export function isOfOtherRequest(message: AuthorizationResponse, flow: Flow): boolean {
  const { exchange, issuedBy, params } = message;
  const state = params.get('state') ?? '';
  const before = flow.recording.lastRequestWith('state', state, exchange.startedAt, () => true);
  if (before) return true;
  const sent = flow.request?.effective('state');
  if (issuedBy !== null || !sent) return false;
  return flow.responses.some(
    (other) => other.params.get('state') === sent && other.exchange.startedAt < exchange.startedAt,
  );
}
