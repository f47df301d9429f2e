import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import type { Evidence } from './evidence.ts';
import { signatureEvidence } from './signature-evidence.ts';

/** The JWTs that a request hands in, what to call them, and who signs them. */
const HANDED_IN = [
  ['client_assertion', 'the client assertion', 'client'],
  ['assertion', 'the assertion', 'authorization server'],
  ['subject_token', 'the subject token', 'authorization server'],
  ['actor_token', 'the actor token', 'authorization server'],
] as const;

/** What the recorded keys say about the signature of a JWT that was handed in and refused. */
export function handedInEvidence(message: TokenRequest, flow: Flow): Evidence | null {
  const { params, response } = message;
  const isClient = response.error === 'invalid_client';
  const doubted = /\bsign|\bkeys?\b|\bkid\b|jwks|trust/i.test(response.errorDescription ?? '');
  for (const [name, word, owner] of HANDED_IN) {
    if (isClient !== (name === 'client_assertion')) continue;
    const jwt = jwtOf(params.get(name));
    const found = jwt && signatureEvidence(jwt, flow, word, doubted);
    if (found) return found.owner === undefined ? found : { ...found, owner };
  }
  return null;
}
