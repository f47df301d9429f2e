import * as oauth from 'oauth4webapi';

/** What oauth4webapi takes among its options to send DPoP proofs (RFC 9449). */
export interface Proofs {
  readonly DPoP: oauth.DPoPHandle;
}

/** A new key of this page; it remembers the nonces that servers hand out. */
export async function createProofs(client: oauth.Client): Promise<oauth.DPoPHandle> {
  return oauth.DPoP(client, await oauth.generateKeyPair('ES256'));
}

/** Tries once more when the server wants its nonce in the proof (RFC 9449 section 8). */
export async function withNonce<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!oauth.isDPoPNonceError(error)) throw error;
    // A body that nobody reads counts as aborted in DevTools.
    if (error instanceof oauth.WWWAuthenticateChallengeError) await error.response.text();
    return send();
  }
}
