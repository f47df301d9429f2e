import type { Finding } from '../checks/finding.ts';
import { type FlowToken, flowTokens, type TokenPlace } from '../flow/facts/flow-tokens.ts';
import { tokenLives } from '../flow/facts/token-life.ts';
import { signatureIn } from '../flow/facts/token-signature.ts';
import { memoised } from '../http/memo.ts';
import { compareSeverities } from '../words/severities.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { claimVerdicts } from './token-claims.ts';
import {
  endOfLife,
  failedClaims,
  isForged,
  isVerified,
  openClaims,
  type TokenEvidence,
  type TokenState,
  takenIn,
} from './token-evidence.ts';
import { tokenSentence } from './token-sentence.ts';
import { endOfFlow, timeOfToken } from './token-time.ts';

/** What is known of one token, and what follows from it. */
export interface TokenVerdict extends TokenEvidence {
  readonly state: TokenState;
  /** Without a value of the recording but hosts, so that it needs no masking. */
  readonly text: string;
}

/** Whether a finding is about the token at this place. */
function isAbout({ token, at }: Finding, { name, issued }: TokenPlace): boolean {
  if (token !== name) return false;
  // A refresh hands in one refresh token and brings another one.
  return name !== 'refresh_token' || issued === (at?.part === 'member');
}

/** The findings about each token of a flow, worst first. */
function findingsByToken({
  flow,
  findings,
}: AnalysedFlow): ReadonlyMap<FlowToken, readonly Finding[]> {
  const byMessage = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.token === undefined || finding.message === null) continue;
    const known = byMessage.get(finding.message) ?? [];
    byMessage.set(finding.message, known);
    known.push(finding);
  }
  const about = (token: FlowToken): readonly Finding[] =>
    token.places
      .flatMap((place) => (byMessage.get(place.message) ?? []).filter((one) => isAbout(one, place)))
      .sort((a, b) => compareSeverities(a.severity, b.severity));
  return new Map(flowTokens(flow).map((token) => [token, about(token)]));
}

function stateOf(evidence: TokenEvidence): TokenState {
  const { findings, token } = evidence;
  const [worst] = findings;
  if (worst?.severity === 'error') return 'not-valid';
  if (worst?.severity === 'warning') return 'doubtful';
  if (endOfLife(evidence) !== null) return 'ended';
  if (failedClaims(evidence).length > 0 || isForged(evidence)) return 'doubtful';
  if (takenIn(evidence).length > 0) return 'valid';
  if (evidence.life[0]?.wantsNonce && token.name === 'DPoP proof') return 'unknown';
  const isOpen = openClaims(evidence).length > 0;
  return token.view.kind === 'jwt' && isVerified(evidence) && !isOpen ? 'valid' : 'unknown';
}

/** The verdict on every token of a flow, in the order in which the tokens appear. */
export const tokenVerdicts = memoised((analysed: AnalysedFlow): readonly TokenVerdict[] => {
  const { flow } = analysed;
  const about = findingsByToken(analysed);
  const lives = tokenLives(flow);
  const end = endOfFlow(flow);
  return flowTokens(flow).map((token) => {
    const findings = about.get(token) ?? [];
    const time = timeOfToken(token, flow);
    const { view, name } = token;
    const evidence: TokenEvidence = {
      token,
      findings,
      claims: claimVerdicts(token, findings, flow),
      signature: view.kind === 'jwt' ? signatureIn(flow, view.jwt, name) : null,
      time,
      life: lives.get(token) ?? [],
      overdue: time !== null && time.endsAt < end ? end - time.endsAt : null,
    };
    const state = stateOf(evidence);
    return { ...evidence, state, text: tokenSentence(state, evidence) };
  });
});
