import { proofRefusal, WITH_PROOF, type WithProof } from '../../flow/facts/dpop-refusal.ts';
import { isOk } from '../../http/status.ts';
import { authorizationOf } from '../../oauth/values/authorization-header.ts';
import { dpopProof } from '../../oauth/values/dpop.ts';
import { stringMember } from '../../oauth/values/json.ts';
import type { Jwt } from '../../oauth/values/jwt.ts';
import { isDerSignature } from '../../oauth/values/key-set.ts';
import { cannotTell, defineCheck, header, type Observation, rfc } from '../check.ts';
import { PROOF_EXPLAINS } from '../shared/dpop-check.ts';
import { unverifiable } from '../shared/signature-words.ts';

export default defineCheck({
  title: 'The signature of the DPoP proof does not verify with the key in its header',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'DPoP proof',
  effect: 'request-fails',
  why: 'The proof has to show that its sender has the private key. A server must refuse it when the key in its header did not make the signature.',
  fix: 'Sign header and payload as they are sent, with the private key that belongs to jwk, and change nothing afterwards.',
  specs: [rfc(9449, '4.3'), rfc(7515, '5.2')],
  explains: PROOF_EXPLAINS,
  subject: WITH_PROOF,
  *check(message, flow) {
    const jwt = dpopProof(message.exchange)?.jwt;
    if (!jwt) return;
    const signature = flow.recording.signatureOf(jwt);
    const reason = unverifiable(signature);
    if (reason !== null && proofRefusal(message)) yield cannotTell(reason);
    const proves = !['not-own-key', 'unsigned', 'shared-secret'].includes(signature.is);
    if (proves) return;
    const refusal = proofRefusal(message);
    if (refusal && signature.is === 'not-own-key') {
      yield { ...faultOf(jwt), ...(refusal.isNamed ? {} : { certainty: 'likely' }) };
    } else if (isOk(message.exchange.response) && bindsToken(message)) {
      const isApi = message.kind === 'api-call';
      const owner = isApi ? 'resource server' : 'authorization server';
      yield { ...accepted(jwt, signature.is), owner, severity: 'warning', effect: null };
    }
  },
});

/**
 * Whether the server takes the request for one with a bound token. A server without DPoP ignores the
 * header and issues or takes a bearer token (RFC 9449 section 5), which is no fault.
 */
function bindsToken(message: WithProof): boolean {
  if (message.kind === 'token-request')
    return stringMember(message.response.json, 'token_type')?.toLowerCase() === 'dpop';
  return authorizationOf(message.exchange)?.scheme === 'dpop';
}

function faultOf({ header: jose, compact }: Jwt): Observation {
  const alg = stringMember(jose, 'alg') ?? '';
  if (isDerSignature(compact, alg)) {
    return {
      at: header('DPoP'),
      observed: `The signature of the DPoP proof is in DER form, and ${alg} needs two numbers of fixed length, R and S.`,
      fix: 'Write the signature as R and S, 32 bytes each for ES256, as Web Crypto does: dsaEncoding "ieee-p1363" in Node.js, SHA256withECDSAinP1363Format in Java.',
    };
  }
  return {
    at: header('DPoP'),
    observed: 'The key in the header of the DPoP proof did not make its signature.',
  };
}

/** RFC 9449 section 4.3: the receiver of a proof has to verify it. */
function accepted(jwt: Jwt, is: string): Observation {
  const observed =
    is === 'not-own-key'
      ? `${faultOf(jwt).observed} The server accepted it.`
      : `alg of the DPoP proof is "${is === 'unsigned' ? 'none' : stringMember(jwt.header, 'alg')}", so that it proves no key. The server accepted it.`;
  return {
    at: header('DPoP'),
    title: 'The server accepts a DPoP proof that proves nothing',
    observed,
    why: 'Whoever has a bound token can then use it without its key, as if it were a bearer token.',
    fix: 'Let the server verify each proof with the jwk in its header, and refuse "none" and shared secrets.',
  };
}
