import type { Flow } from '../../flow/flow.ts';
import { stringMember } from '../../oauth/values/json.ts';
import type { Jwt } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

const BY_ISSUER =
  'Have the issuer sign with a key that its key set has, and publish new keys first.';

/**
 * What the recorded keys say about a JWT that was refused. `doubted` is true when the refusal is
 * about the signature or the keys: then a signature that verifies says where to look instead.
 */
export function signatureEvidence(
  jwt: Jwt,
  { recording }: Flow,
  what: string,
  doubted: boolean,
): Evidence | null {
  const { header, claims } = jwt;
  const signature = recording.signatureOf(jwt);
  const kid = stringMember(header, 'kid');
  const name = kid === null ? 'the key' : `the key ${quote(kid, 80)}`;
  switch (signature.is) {
    case 'invalid':
      return {
        told: `The signature of ${what} does not verify with ${name} at ${signature.set.url}.`,
        owner: 'authorization server',
        fix: BY_ISSUER,
      };
    case 'other-issuer':
      return {
        told: `${capital(what)} has iss ${quote(stringMember(claims, 'iss') ?? '')}, and ${name} of ${quote(signature.set.issuer ?? signature.set.url)} signed it.`,
        owner: 'authorization server',
        fix: 'Make issuer and signing key belong together: the same realm, tenant or environment.',
      };
    case 'other-algorithm':
      return {
        told: `${capital(what)} has alg ${quote(String(header.alg), 40)}, and ${name} at ${signature.set.url} is not for it.`,
        owner: 'authorization server',
        fix: BY_ISSUER,
      };
    case 'unsigned':
      return {
        told: `${capital(what)} is not signed (alg "${String(header.alg)}").`,
        owner: 'authorization server',
        fix: 'Sign it with RS256 or ES256.',
      };
    case 'verified':
      return doubted
        ? {
            told: `The signature of ${what} does verify, with ${name} at ${signature.set.url}.`,
            fix: `Have the receiver read the keys of ${quote(stringMember(claims, 'iss') ?? '')} from ${signature.set.url}, and read them again when it meets an unknown kid.`,
          }
        : null;
    default:
      return null;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
