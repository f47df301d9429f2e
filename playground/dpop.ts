import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';

/** The result of a proof check. Two values are error codes of RFC 9449 section 7. */
export type Proof = 'ok' | 'invalid_dpop_proof' | 'use_dpop_nonce';

/** The only nonce that the API takes (RFC 9449 section 9). */
export const dpopNonce = randomBytes(16).toString('base64url');

/** Checks the proof of a bound token (RFC 9449 section 4.3). */
export async function checkProof(
  { headers, method }: IncomingMessage,
  url: string,
  token: string,
  jkt: string,
): Promise<Proof> {
  try {
    const options = { algorithms: ['ES256'], typ: 'dpop+jwt' };
    const proof = await jwtVerify(String(headers.dpop), EmbeddedJWK, options);
    const { ath, htm, htu, nonce } = proof.payload;
    const thumbprint = await calculateJwkThumbprint(proof.protectedHeader.jwk ?? {});
    const hash = createHash('sha256').update(token).digest('base64url');
    if (thumbprint !== jkt || ath !== hash || htm !== method || htu !== url)
      return 'invalid_dpop_proof';
    return nonce === dpopNonce ? 'ok' : 'use_dpop_nonce';
  } catch {
    return 'invalid_dpop_proof';
  }
}
