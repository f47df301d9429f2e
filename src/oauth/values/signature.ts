import { compactVerify, createLocalJWKSet, errors } from 'jose';
import type { Jwt } from './jwt.ts';

/** The result of checking a signature against a set of keys. */
export type SignatureResult =
  | { readonly is: 'verified'; readonly kid: string | null }
  /** A key was named or matches, but the signature was not made with it. */
  | { readonly is: 'failed' }
  | { readonly is: 'unknown-key' }
  /** The signature cannot be checked here; this says nothing about the token. */
  | { readonly is: 'unsupported'; readonly reason: string };

type Keys = Parameters<typeof createLocalJWKSet>[0]['keys'];

async function verifyWith(
  compact: string,
  keys: ReturnType<typeof createLocalJWKSet>,
): Promise<boolean> {
  try {
    await compactVerify(compact, keys);
    return true;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const fits = await compactVerify(compact, key).then(
        () => true,
        () => false,
      );
      if (fits) return true;
    }
    return false;
  }
}

/** Checks the signature of a JWT with the keys of a set (RFC 7515 section 5.2). Never rejects. */
export async function verifySignature(
  { compact, header }: Jwt,
  keys: readonly unknown[],
): Promise<SignatureResult> {
  const { alg } = header;
  if (typeof alg === 'string' && /^HS/.test(alg)) {
    return { is: 'unsupported', reason: 'it is signed with a secret that only two parties know' };
  }
  if (compact.endsWith('.')) return { is: 'unsupported', reason: 'it has no signature' };
  try {
    const fits = await verifyWith(compact, createLocalJWKSet({ keys: keys as Keys }));
    if (!fits) return { is: 'failed' };
    return { is: 'verified', kid: typeof header.kid === 'string' ? header.kid : null };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { is: 'failed' };
    if (error instanceof errors.JWKSNoMatchingKey) return { is: 'unknown-key' };
    const reason = error instanceof Error ? error.message : String(error);
    return { is: 'unsupported', reason };
  }
}
