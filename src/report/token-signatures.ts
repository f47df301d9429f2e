import { signatureIn } from '../flow/facts/token-signature.ts';
import type { Flow } from '../flow/flow.ts';
import type { Obstacle, Signature } from '../flow/signatures.ts';
import { memoised } from '../http/memo.ts';
import { tokensOf } from '../oauth/message-tokens.ts';
import { jwtOf } from '../oauth/values/jwt.ts';

/** What is known of the signature of one token. */
export interface TokenSignature {
  /** The name under which the message has the token. */
  readonly token: string;
  readonly is: Exclude<Signature['is'], 'unknown'> | Obstacle;
  readonly kid: string | null;
  /** The address of the key set that was used; null when there was none. */
  readonly keys: string | null;
}

/** The signatures of the tokens of each message of a flow. A token counts where it is first seen. */
export const tokenSignatures = memoised((flow: Flow): readonly (readonly TokenSignature[])[] => {
  const seen = new Set<string>();
  return flow.messages.map((message) =>
    tokensOf(message).flatMap(({ name, text }): readonly TokenSignature[] => {
      const jwt = seen.has(text) ? null : jwtOf(text);
      seen.add(text);
      if (!jwt) return [];
      const found = signatureIn(flow, jwt, name);
      return [
        {
          token: name,
          is: found.is === 'unknown' ? found.because : found.is,
          kid: typeof jwt.header.kid === 'string' ? jwt.header.kid : null,
          keys: 'set' in found ? found.set.url : null,
        },
      ];
    }),
  );
});
