import { percentNormalized } from '../../../http/percent.ts';
import type { Flow } from '../../flow.ts';
import { type Comparison, compare, stepOf, valueAt } from '../comparison.ts';

/** `redirect_uri` of each token request with the one of the request (RFC 6749 section 4.1.3). */
export default function compareRedirectUris(flow: Flow): readonly Comparison[] {
  const asked = flow.request?.effective('redirect_uri');
  const name = 'redirect_uri';
  return flow.tokenRequests.flatMap((message) => {
    const sent = message.params.get(name);
    // That is no URI, but the word for a response that a script hands over.
    if (message.grant !== 'authorization_code' || !sent || sent === 'postmessage') return [];
    const left = valueAt({ step: stepOf(flow, message), part: 'parameter', name }, sent);
    const right = valueAt({ step: stepOf(flow, flow.request), part: 'parameter', name }, asked);
    const worked = message.response.outcome === 'tokens';
    // A server that issues tokens compares the URIs and not their spelling.
    const same = worked && percentNormalized(sent) === percentNormalized(asked ?? '');
    return [compare(flow, left, right, same ? { equal: true } : {})];
  });
}
