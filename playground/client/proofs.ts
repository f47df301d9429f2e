import * as oauth from 'oauth4webapi';

/** The option with which oauth4webapi sends DPoP proofs (RFC 9449). */
export interface Proofs {
  readonly DPoP: oauth.DPoPHandle;
}

/** Creates a key of this page. It remembers the nonces of servers. `change` makes proofs wrong. */
export async function createProofs(
  client: oauth.Client,
  change?: oauth.ModifyAssertionFunction,
): Promise<oauth.DPoPHandle> {
  const options = change ? { [oauth.modifyAssertion]: change } : {};
  return oauth.DPoP(client, await oauth.generateKeyPair('ES256'), options);
}

/** Tries again when the server wants its nonce in the proof (RFC 9449 section 8). */
export async function withNonce<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!oauth.isDPoPNonceError(error)) throw error;
    // DevTools count an unread body as aborted.
    if (error instanceof oauth.WWWAuthenticateChallengeError) await error.response.text();
    return send();
  }
}
