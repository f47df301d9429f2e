import type { Flow } from '../../flow.ts';
import { type Comparison, compare, stepOf, valueAt } from '../comparison.ts';
import { idTokenJwt, idTokenOf } from '../id-token.ts';
import { isOfLogin } from '../login-tokens.ts';

/** `nonce` of each ID token with the one that was sent (OpenID Connect Core section 3.1.3.7). */
export default function compareNonces(flow: Flow): readonly Comparison[] {
  const sent = flow.request?.effective('nonce');
  return [...flow.responses, ...flow.tokenRequests].flatMap((message) => {
    const token = idTokenOf(message);
    if (!token) return [];
    const claimed = idTokenJwt(message)?.claims.nonce;
    const nonce = typeof claimed === 'string' ? claimed : null;
    // A refreshed ID token need not have one (section 12.2).
    if (nonce === null && (!sent || !isOfLogin(message))) return [];
    const left = { step: stepOf(flow, message), part: 'claim', name: 'nonce' } as const;
    const right = { step: stepOf(flow, flow.request), part: 'parameter', name: 'nonce' } as const;
    const unknown = token.view.kind === 'jwt' ? null : 'the ID token cannot be read';
    return [compare(flow, valueAt(left, nonce), valueAt(right, sent), { unknown })];
  });
}
