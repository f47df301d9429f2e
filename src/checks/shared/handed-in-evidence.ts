import { signatureIn } from '../../flow/facts/token-signature.ts';
import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
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
    const found = jwt && (ofClient(jwt, name, flow) ?? signatureEvidence(jwt, flow, word, doubted));
    if (found) return found.owner === undefined ? found : { ...found, owner };
  }
  return null;
}

/** What the secret or the registered keys of a client say of its assertion (RFC 7523 section 3). */
function ofClient(jwt: Jwt, name: string, flow: Flow): Evidence | null {
  if (name !== 'client_assertion') return null;
  const signature = signatureIn(flow, jwt, name);
  const kid = stringMember(jwt.header, 'kid');
  switch (signature.is) {
    case 'not-by-secret':
      return {
        told: 'The recorded secret of the client did not make the signature of the client assertion.',
        owner: 'client',
        fix: 'Sign with the client secret as it is registered, as UTF-8 and not decoded: look for a secret that was replaced.',
      };
    case 'no-key':
      return {
        told: `The client assertion names ${kid === null ? 'no key' : `the key ${quote(kid, 80)}`}, and the keys of the client at ${signature.set.url} have none for it.`,
        owner: 'client',
        fix: 'Register the public key of the client, or name in kid the key that is registered.',
      };
    default:
      return null;
  }
}
