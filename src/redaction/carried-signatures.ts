import type { Snapshot } from '../analysis/snapshot.ts';
import { signedTokens } from '../flow/facts/signed-tokens.ts';
import type { Signature } from '../flow/signatures.ts';
import { headerValue } from '../http/headers.ts';
import type { CarriedSignature, Recording } from '../http/recording.ts';

/**
 * What was known of the signatures of a recording, by the text of the token. Without a key set
 * nothing needs to be carried: the redacted recording gives the same answers.
 */
export function knownSignatures(
  recording: Recording,
  { flows }: Pick<Snapshot, 'flows'>,
): ReadonlyMap<string, CarriedSignature> {
  const known = new Map<string, CarriedSignature>();
  for (const [compact, answer] of Object.entries(recording.redaction?.signatures ?? {})) {
    known.set(compact, answer);
  }
  if (!hasKeys(recording)) return known;
  for (const { flow } of flows) {
    for (const jwt of signedTokens(flow)) {
      const answer = carried(flow.recording.signatureOf(jwt));
      if (answer) known.set(jwt.compact, answer);
    }
  }
  return known;
}

/** Whether a recording has a key with which a signature can be verified. */
export function hasKeys({ exchanges }: Recording): boolean {
  return exchanges.some(({ request, response }) => {
    // A DPoP proof brings its key.
    if (headerValue(request.headers, 'dpop') !== null) return true;
    const body = response?.body;
    return body !== undefined && 'text' in body && body.text.includes('"kty"');
  });
}

/** The answers that rest on cryptography. All others follow from what stays in the recording. */
function carried(answer: Signature): CarriedSignature | null {
  switch (answer.is) {
    case 'verified':
    case 'invalid':
    case 'other-issuer':
      return { is: answer.is, kid: answer.kid, keys: answer.set.url };
    case 'own-key':
    case 'not-own-key':
      return { is: answer.is, kid: null, keys: null };
    case 'unknown':
      return answer.because === 'unsupported'
        ? { is: answer.because, kid: null, keys: null }
        : null;
    default:
      return null;
  }
}
