import type { Finding, Unclear } from '../checks/finding.ts';
import type { Flow } from '../flow/flow.ts';
import type { Outcome, Sign } from '../words/outcomes.ts';
import type { Reference } from '../words/references.ts';

/** One sentence per flow: it worked, or why not. */
export interface Verdict {
  /** Headline, detail and context as one text, in which the detail is shortened. */
  readonly text: string;
  /** What the sign stands for. */
  readonly headline: string;
  /** The evidence; null when the headline says everything. */
  readonly detail: string | null;
  /** What worked beside a failure; null without a failure, and when nothing did. */
  readonly context: string | null;
  /** What phrases of these texts stand for. */
  readonly references: readonly Reference[];
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
