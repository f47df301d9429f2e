import {
  type ProofRefusal,
  proofRefusal,
  WITH_PROOF,
  type WithProof,
} from '../../flow/facts/dpop-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { type DpopProof, dpopProof } from '../../oauth/values/dpop.ts';
import { type Check, defineCheck, type Observation, type Report } from '../check.ts';
import type { SpecLink } from '../finding.ts';

/** A request with one readable proof that was refused. */
interface RefusedProof extends ProofRefusal {
  readonly message: WithProof;
  readonly flow: Flow;
  readonly proof: DpopProof;
}

interface DpopCheckText {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
}

/** General checks of a refusal, which only follow from a fault of the proof. */
export const PROOF_EXPLAINS: readonly string[] = [
  'token-error-invalid-dpop-proof',
  'token-error-invalid-request',
  'token-error-invalid-grant',
  'token-error-invalid-client',
  'par-request-failed',
  'api-401-invalid-token',
  'userinfo-failed',
];

/** Makes a check on a request that was refused and whose DPoP proof may be the reason. */
export function proofCheck(
  text: DpopCheckText,
  check: (message: WithProof, refusal: ProofRefusal, flow: Flow) => Iterable<Report>,
): Check<(typeof WITH_PROOF)[number]> {
  return defineCheck({
    ...text,
    severity: 'error',
    owner: 'client',
    basis: 'computed',
    token: 'DPoP proof',
    effect: 'request-fails',
    explains: PROOF_EXPLAINS,
    subject: WITH_PROOF,
    *check(message, flow) {
      const refusal = proofRefusal(message);
      if (refusal) yield* check(message, refusal, flow);
    },
  });
}

/**
 * Makes a check that compares a refused proof with its request. What it finds is likely the reason
 * unless the server says that the proof is.
 */
export function proofComparison(
  text: DpopCheckText,
  compare: (refused: RefusedProof) => Observation | null,
): Check<(typeof WITH_PROOF)[number]> {
  return proofCheck(text, function* (message, refusal, flow) {
    const proof = dpopProof(message.exchange);
    const found = proof && compare({ ...refusal, message, flow, proof });
    if (found) yield refusal.isNamed ? found : { certainty: 'likely', ...found };
  });
}
