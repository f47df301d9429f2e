import type { KeySet } from '../correlation/key-set-ledger.ts';
import type { CarriedSignature } from '../http/recording.ts';
import type { Signature } from './signatures.ts';

/** The answer that was known before redaction; null when its key set is not in the recording. */
export function carriedAnswer(
  { is, kid, keys }: CarriedSignature,
  sets: readonly KeySet[],
): Signature | null {
  if (is === 'unsupported') return { is: 'unknown', because: is };
  const published = sets.filter(({ url }) => url === keys);
  const set = published.find((one) => one.keys.some((key) => key.kid === kid)) ?? published[0];
  if (!set) return null;
  if (is === 'verified' || is === 'invalid') return { is, kid, set };
  return is === 'other-issuer' && kid !== null ? { is, kid, set } : null;
}

/** What was known of a DPoP proof before redaction replaced its signature. */
export function carriedProof({ is }: CarriedSignature): Signature {
  if (is === 'own-key' || is === 'not-own-key') return { is };
  return { is: 'unknown', because: is === 'unsupported' ? is : 'not-whole' };
}
