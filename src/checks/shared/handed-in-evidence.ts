import { saidFault, type TokenFault } from '../../flow/facts/token-refusal.ts';
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
    const found = jwt && signatureEvidence(jwt, flow, word, doubted);
    if (found) return found.owner === undefined ? found : { ...found, owner };
    const told = jwt && !isClient ? byWords(jwt, word, saidFault(message.exchange)) : null;
    if (told) return told;
  }
  return null;
}

/** What the server has to know about the issuer that it names, without recorded keys. */
function byWords({ header, claims }: Jwt, word: string, fault: TokenFault | null): Evidence | null {
  const iss = stringMember(claims, 'iss');
  if (iss === null) return null;
  if (fault === 'issuer') {
    return {
      told: `iss of ${word} is ${quote(iss)}.`,
      fix: `Register ${quote(iss)}, exactly as it is written in iss, as a trusted issuer at this authorization server, with its jwks_uri; or hand in a token of an issuer that the server trusts.`,
      owner: 'authorization server',
    };
  }
  if (fault !== 'keys' && fault !== 'signature') return null;
  const kid = stringMember(header, 'kid');
  return {
    told: `iss of ${word} is ${quote(iss)}${kid === null ? '' : `, and its key is ${quote(kid, 80)}`}.`,
    fix: `Let this authorization server read the key set (jwks_uri) of ${quote(iss)}, and read it again when a kid is unknown to it.`,
    owner: 'authorization server',
  };
}
