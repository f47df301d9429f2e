import type { Flow } from '../../flow.ts';
import { type Comparison, compare, stepOf, valueAt } from '../comparison.ts';

/** The code of each token request with the one of the response (RFC 6749 section 4.1.3). */
export default function compareCodes(flow: Flow): readonly Comparison[] {
  const received = flow.responses.filter(({ params }) => params.get('code'));
  return flow.tokenRequests.flatMap((message) => {
    const code = message.params.get('code');
    if (message.grant !== 'authorization_code' || !code) return [];
    const own = received.find(
      ({ params, issuedParams }) =>
        params.get('code') === code || issuedParams?.get('code') === code,
    );
    const response = own ?? received.at(-1);
    const left = { step: stepOf(flow, message), part: 'parameter', name: 'code' } as const;
    const right = { step: stepOf(flow, response), part: 'parameter', name: 'code' } as const;
    const reference = own ? code : response?.params.get('code');
    return [compare(flow, valueAt(left, code), valueAt(right, reference))];
  });
}
