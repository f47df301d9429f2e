import type { Flow } from '../../flow.ts';
import { type Comparison, compare, computedAt, stepOf, valueAt } from '../comparison.ts';
import { comparedHashes } from '../id-token-hashes.ts';

/** `at_hash`, `c_hash` and `s_hash` with the hashes of what came with the ID token. */
export default function compareHashes(flow: Flow): readonly Comparison[] {
  return [...flow.responses, ...flow.tokenRequests].flatMap((message) => {
    const step = stepOf(flow, message);
    return comparedHashes(message, flow).flatMap(({ name, hash, of, value, computed }) => {
      if (value === null || computed === null) return [];
      const part =
        of === 'access_token' && message.kind === 'token-request' ? 'member' : 'parameter';
      const right = computedAt({ step, part, name: of }, value, 'left half of the hash', computed);
      return [compare(flow, valueAt({ step, part: 'claim', name }, hash), right)];
    });
  });
}
