import { foldRepeats } from './fold-repeats.ts';
import type { Step } from './steps.ts';

/** A step, and the same step in the later rounds of a repetition. */
export interface RepeatedStep {
  readonly step: Step;
  readonly again: readonly Step[];
}

/** Each step once, with its repetitions. */
export function repeatedSteps(steps: readonly Step[]): readonly RepeatedStep[] {
  return foldRepeats(steps).flatMap(({ steps: round, again }) =>
    round.map((step, place) => ({
      step,
      again: again.filter((_, index) => index % round.length === place),
    })),
  );
}
