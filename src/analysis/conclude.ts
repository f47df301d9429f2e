import type { Finding } from '../checks/finding.ts';
import { checks } from '../checks/registry/index.ts';
import { internalFinding } from '../checks/registry/internal-finding.ts';
import { type CheckResult, checkSteps, subscribe } from '../checks/registry/run.ts';
import type { AnalysedFlow, Verdict } from '../conclusion/analysed-flow.ts';
import { countRetries } from '../conclusion/count-retries.ts';
import { foldFindings } from '../conclusion/fold-findings.ts';
import { gapsOf } from '../conclusion/gaps.ts';
import { notYourClient } from '../conclusion/not-your-client.ts';
import { outcomeOf } from '../conclusion/outcome.ts';
import { retellRecovered } from '../conclusion/retell-recovered.ts';
import { retellRehearsed } from '../conclusion/retell-rehearsed.ts';
import { plainVerdict, verdictOf } from '../conclusion/verdict.ts';
import { signedTokens } from '../flow/facts/signed-tokens.ts';
import type { Flow } from '../flow/flow.ts';
import type { Gap } from '../http/exchange.ts';
import { guarded, type OwnFailure } from '../http/own-failure.ts';
import { finished, type Steps } from '../http/stepwise.ts';
import type { Outcome } from '../words/outcomes.ts';
import { compareSeverities } from '../words/severities.ts';

/** The conclusions from a flow alone, until something in it changes. */
export interface Concluded {
  readonly analysed: AnalysedFlow;
  readonly gaps: readonly Gap[];
}

const subscriptions = subscribe(checks);
const NO_VERDICT: Verdict = plainVerdict(
  'Grantscope could not determine how this ended; see the findings.',
  'unknown',
);

/** Runs all checks on a flow. */
export function judge(flow: Flow): CheckResult {
  return finished(checkSteps(flow, subscriptions));
}

/** Judges a flow. `failures` are those of earlier work. A part that fails here is left out. */
export function conclude(flow: Flow, failures: readonly OwnFailure[] = []): Concluded {
  return finished(concludeSteps(flow, failures));
}

/** Judges a flow like `conclude`, in steps. */
export function* concludeSteps(flow: Flow, failures: readonly OwnFailure[] = []): Steps<Concluded> {
  const noted = [...failures];
  const note = (failure: OwnFailure): void => void noted.push(failure);
  guarded(
    'read the tokens of this flow',
    note,
    () => askForSignatures(flow),
    () => {},
  );
  yield;
  const { findings: raw, unclear } = yield* checkSteps(flow, subscriptions);
  const folded = guarded(
    'find which findings follow from others',
    note,
    () => foldFindings(retellRecovered(notYourClient(raw, flow), flow)),
    () => raw,
  );
  yield;
  const outcome = guarded(
    'determine how this flow ended',
    note,
    () => outcomeOf(flow, folded),
    (): Outcome => 'unknown',
  );
  const counted = guarded(
    'count what was repeated',
    note,
    () => countRetries(folded, flow),
    () => folded,
  );
  const verdict = guarded(
    'name the cause',
    note,
    () => verdictOf(flow, counted, outcome),
    () => NO_VERDICT,
  );
  const gaps = guarded(
    'list what was not recorded of this flow',
    note,
    () => gapsOf(flow),
    () => [],
  );
  const findings = [...counted, ...noted.map((failure) => internalFinding(failure))].sort(
    worstFirst,
  );
  const analysed = { flow, findings, unclear, outcome, verdict };
  return { analysed: retellRehearsed(analysed), gaps };
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    compareSeverities(a.severity, b.severity) ||
    (a.message ?? Number.MAX_SAFE_INTEGER) - (b.message ?? Number.MAX_SAFE_INTEGER) ||
    (a.check < b.check ? -1 : a.check > b.check ? 1 : 0)
  );
}

/** Asks for every token, whether or not a check needs it: the panel shows what is known. */
function askForSignatures(flow: Flow): void {
  for (const jwt of signedTokens(flow)) flow.recording.signatureOf(jwt);
}

/** Orders flows by their start. */
export function byStart({ analysed: a }: Concluded, { analysed: b }: Concluded): number {
  return a.flow.startedAt - b.flow.startedAt || (a.flow.id < b.flow.id ? -1 : 1);
}
