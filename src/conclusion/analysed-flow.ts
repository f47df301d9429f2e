import type { Finding, Unclear } from '../checks/finding.ts';
import type { Flow } from '../flow/flow.ts';
import type { Outcome, Sign } from '../words/outcomes.ts';

/** One sentence per flow: it worked, or why not. */
export interface Verdict {
  readonly text: string;
  /** The finding of the flow that names the root cause; its `message` is the step. */
  readonly cause: Finding | null;
  /** Lists, counters, reports and the exit code go by it. */
  readonly sign: Sign;
}

/** A flow with everything that was concluded from it. */
export interface AnalysedFlow {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly unclear: readonly Unclear[];
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}
