import type { Flow } from '../../flow.ts';
import { type Comparison, compare, computedAt, stepOf, valueAt } from '../comparison.ts';

/** Each code verifier, or its hash, with the challenge (RFC 7636 section 4.6). */
export default function compareVerifiers(flow: Flow): readonly Comparison[] {
  const { request } = flow;
  const plain = (request?.effective('code_challenge_method') ?? 'plain') === 'plain';
  return flow.facts.pkce.map(({ message, s256, matches }) => {
    const verifier = flow.messages[message]?.params.get('code_verifier') ?? '';
    const place = { step: message, part: 'parameter', name: 'code_verifier' } as const;
    const left =
      plain && matches !== null
        ? valueAt(place, verifier)
        : computedAt(place, verifier, 'S256', s256);
    const right = valueAt(
      { step: stepOf(flow, request), part: 'parameter', name: 'code_challenge' },
      request?.effective('code_challenge'),
    );
    return compare(flow, left, right, matches === null ? {} : { equal: matches });
  });
}
