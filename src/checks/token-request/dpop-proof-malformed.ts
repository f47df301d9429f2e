import type { ProofRefusal, WithProof } from '../../flow/facts/dpop-refusal.ts';
import { dpopProof } from '../../oauth/values/dpop.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { viewToken } from '../../oauth/values/jwt.ts';
import { count, list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { header, type Observation, rfc } from '../check.ts';
import { proofCheck } from '../shared/dpop-check.ts';

/** Members of a key that only its owner may have (RFC 7518 sections 6.2.2 and 6.3.2). */
const PRIVATE = ['d', 'p', 'q', 'k'];

export default proofCheck(
  {
    title: 'The DPoP proof is not a proof as RFC 9449 describes it',
    why: 'The header DPoP has to be one JWT with typ "dpop+jwt", an asymmetric algorithm, the public key as jwk, and the claims jti, htm, htu and iat.',
    fix: 'Make the proof with a maintained DPoP library, or correct what is missing in it.',
    specs: [rfc(9449, '4.2'), rfc(9449, '4.3')],
  },
  function* (message, { proofs, isNamed }) {
    const fault = faultIn(message, proofs);
    if (fault === null) return;
    yield {
      at: header('DPoP'),
      ...fault,
      ...(isNamed ? {} : { certainty: 'likely' }),
    };
  },
);

function faultIn(
  message: WithProof,
  proofs: ProofRefusal['proofs'],
): Pick<Observation, 'observed' | 'fix'> | null {
  if (proofs.length > 1) {
    return {
      observed: `The request has ${count(proofs.length, 'header')} DPoP, and one is allowed.`,
      fix: 'Send one DPoP header: look for two layers of the client, or a proxy, that each add one.',
    };
  }
  const view = viewToken(proofs[0] ?? '');
  const proof = dpopProof(message.exchange);
  if (proof === null) {
    return {
      observed: `The header DPoP is no signed JWT${view.kind === 'malformed' ? `: ${view.reason}` : ''}.`,
    };
  }
  const faults = [...faultsOfHeader(proof.jwt.header), ...missingClaims(proof)];
  return faults.length === 0 ? null : { observed: `In the DPoP proof, ${list(faults)}.` };
}

function faultsOfHeader(
  jose: NonNullable<ReturnType<typeof dpopProof>>['jwt']['header'],
): string[] {
  const faults: string[] = [];
  const typ = stringMember(jose, 'typ');
  const alg = stringMember(jose, 'alg');
  if (typ === null || !/^(?:application\/)?dpop\+jwt$/i.test(typ)) {
    faults.push(`typ is ${typ === null ? 'missing' : quote(typ)} instead of "dpop+jwt"`);
  }
  if (alg === null || /^(?:none|HS\d+)$/i.test(alg)) {
    faults.push(`alg is ${alg === null ? 'missing' : quote(alg)}, which is not asymmetric`);
  }
  const { jwk } = jose;
  if (typeof jwk !== 'object' || jwk === null) faults.push('jwk is missing');
  else if (PRIVATE.some((name) => Object.hasOwn(jwk, name))) {
    faults.push('jwk has the private key in it');
  }
  return faults;
}

function missingClaims(proof: NonNullable<ReturnType<typeof dpopProof>>): string[] {
  const missing = (['jti', 'htm', 'htu', 'iat'] as const).filter((name) => !proof[name]);
  if (missing.length === 0) return [];
  return [`${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`];
}
