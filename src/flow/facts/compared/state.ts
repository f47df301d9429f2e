import type { AuthorizationResponse } from '../../../oauth/kinds/authorization-response.ts';
import type { Flow } from '../../flow.ts';
import { type Comparison, compare, stepOf, valueAt } from '../comparison.ts';
import { isOfOtherRequest } from '../response-request.ts';

/** `state` of each response with the one that was sent (RFC 6749 section 10.12). */
export default function compareStates(flow: Flow): readonly Comparison[] {
  const sent = flow.request?.effective('state');
  return flow.responses.flatMap((response) => {
    const came = response.params.get('state');
    if (!sent && !came) return [];
    const left = { step: stepOf(flow, response), part: 'parameter', name: 'state' } as const;
    const right = { step: stepOf(flow, flow.request), part: 'parameter', name: 'state' } as const;
    const unknown = whyUnknown(response, sent, flow);
    return [compare(flow, valueAt(left, came), valueAt(right, sent), { unknown })];
  });
}

function whyUnknown(
  response: AuthorizationResponse,
  sent: string | undefined,
  flow: Flow,
): string | null {
  const came = response.params.get('state');
  if (!sent)
    return flow.request ? 'the request has no state' : 'the request is not in the recording';
  if (!came && response.params.has('response')) return 'the response is encrypted';
  return came && came !== sent && isOfOtherRequest(response, flow)
    ? 'the response may answer another request'
    : null;
}
