import type { Obstacle, Signature } from '../../flow/signatures.ts';

const REASONS: Readonly<Partial<Record<Obstacle, string>>> = {
  'not-whole': 'The signature was shortened or replaced before the recording was shared.',
  unsupported: 'The key or the algorithm of the signature cannot be used here.',
};

/** Why a signature cannot be verified although its keys were recorded; null in all other cases. */
export function unverifiable(signature: Signature): string | null {
  return signature.is === 'unknown' ? (REASONS[signature.because] ?? null) : null;
}
