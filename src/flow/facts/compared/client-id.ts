import { clientOf } from '../../../oauth/values/token-request-view.ts';
import type { Flow } from '../../flow.ts';
import { type Comparison, compare, stepOf, valueAt } from '../comparison.ts';

/** The client of each token request with that of the request (RFC 6749 section 4.1.3). */
export default function compareClients(flow: Flow): readonly Comparison[] {
  const asked = flow.request?.effective('client_id');
  return flow.tokenRequests.flatMap((message) => {
    const sent = clientOf(message);
    if (message.grant !== 'authorization_code' || sent === null) return [];
    const named = message.params.get('client_id');
    // Many clients do not encode the parts of Basic, and servers take both.
    const unencoded = !named && message.basic?.raw.id === asked;
    const left = {
      step: stepOf(flow, message),
      part: named ? 'parameter' : 'header',
      name: named ? 'client_id' : 'Authorization',
    } as const;
    const right = {
      step: stepOf(flow, flow.request),
      part: 'parameter',
      name: 'client_id',
    } as const;
    return [
      compare(flow, valueAt(left, sent), valueAt(right, asked), unencoded ? { equal: true } : {}),
    ];
  });
}
