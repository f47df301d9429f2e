import type { TokenSignature } from './token-signatures.ts';

type Verified = 'verified' | 'own-key' | 'by-secret';

const BY: Readonly<Record<Exclude<Verified, 'verified'>, string>> = {
  'own-key': 'the key in its header',
  'by-secret': 'the client secret',
};

const WORDS: Readonly<Record<Exclude<TokenSignature['is'], Verified>, string>> = {
  invalid: 'the signature does not match the key of its issuer',
  'other-issuer': 'a key of another issuer made the signature',
  'other-algorithm': 'the key that it names is not for its algorithm',
  'no-key': 'the keys of its issuer have none for it',
  'not-own-key': 'the key in its header did not make the signature',
  'not-by-secret': 'the recorded secret of the client did not make the signature',
  unsigned: 'it is not signed',
  'shared-secret': 'its signature is by a secret that only two parties know',
  pending: 'the signature was not verified',
  'no-issuer': 'not verified: it does not name its issuer',
  'no-keys': 'not verified: the keys of its issuer were not recorded',
  'not-whole': 'not verified: the signature was shortened or replaced',
  sealed: 'not verified: its provider lets only its own APIs verify it',
  unsupported: 'not verified: the key or the algorithm is not supported',
};

/** What is known of the signature of a token, in words. The name of the key comes from the recording. */
export function signatureWords({ token, is, kid, keys }: TokenSignature): string {
  const key = kid === null ? 'a key' : `the key ${kid}`;
  const set = keys === null ? '' : ` of ${keys}`;
  if (is === 'verified') return `✔ ${token}: signature verified with ${key}${set}`;
  if (is === 'own-key' || is === 'by-secret') {
    return `✔ ${token}: signature verified with ${BY[is]}`;
  }
  return `${token}: ${WORDS[is]}`;
}
