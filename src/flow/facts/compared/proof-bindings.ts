import { s256 } from '../../../http/digest.ts';
import type { Message } from '../../../oauth/message.ts';
import { clientAuthentication } from '../../../oauth/values/client-authentication.ts';
import { dpopProof } from '../../../oauth/values/dpop.ts';
import type { Flow } from '../../flow.ts';
import { type Comparison, compare, computedAt, stepOf, valueAt } from '../comparison.ts';
import { boundKey } from '../dpop-keys.ts';
import { ownFact } from '../dpop-proofs.ts';
import { proofRefusal, WITH_PROOF, type WithProof } from '../dpop-refusal.ts';

const hasProof = (message: Message): message is WithProof =>
  (WITH_PROOF as readonly string[]).includes(message.kind);

/** `ath` and the key of each DPoP proof with the token and the key that it is for (RFC 9449). */
export default function compareProofs(flow: Flow): readonly Comparison[] {
  return flow.messages.flatMap((message) =>
    hasProof(message) && ownFact(message) ? [...hashes(message, flow), ...keys(message, flow)] : [],
  );
}

function hashes(message: WithProof, flow: Flow): readonly Comparison[] {
  if (message.kind !== 'api-call' && message.kind !== 'userinfo-request') return [];
  if (message.token === null) return [];
  const step = stepOf(flow, message);
  const ath = dpopProof(message.exchange)?.ath;
  const right = computedAt(
    { step, part: 'header', name: 'access_token' },
    message.token,
    'SHA-256',
    s256(message.token),
  );
  return [compare(flow, valueAt({ step, part: 'claim', name: 'ath' }, ath), right)];
}

function keys(message: WithProof, flow: Flow): readonly Comparison[] {
  const bound = boundKey(message, flow);
  const jkt = ownFact(message)?.jkt ?? null;
  if (bound === null || jkt === null) return [];
  // Only refresh tokens of public clients are bound.
  if (bound.mayChange && clientAuthentication(message).kind === 'method') return [];
  const left = valueAt({ step: stepOf(flow, message), part: 'header', name: 'DPoP' }, jkt);
  const right = valueAt({ step: null, part: 'claim', name: bound.by }, bound.jkt);
  const accepted = jkt !== bound.jkt && proofRefusal(message) === null;
  return [compare(flow, left, right, { unknown: accepted ? 'the server accepted it' : null })];
}
