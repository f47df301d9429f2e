import { withoutQuery } from '../http/url.ts';
import type { Step } from './steps.ts';

/** Steps that stand alone, or the first round of a repetition and the rounds right after it. */
export interface StepRun {
  readonly steps: readonly Step[];
  /** The other rounds, one after the other. */
  readonly again: readonly Step[];
}

/** Most steps that one round of a loop may have. */
const LONGEST_ROUND = 6;
/** Fewer repetitions are as short as their summary. */
const FEWEST = 2;

/** What repetitions have in common. The values differ in each round of a loop. */
function says({ message, answer, values }: Step): string {
  const { method, url } = message.exchange.request;
  const names = values.map(({ name }) => name);
  return [message.kind, method, withoutQuery(url), answer.text, ...names].join('\n');
}

function hasNothingOfItsOwn({ findings, elsewhere, unclear }: Step): boolean {
  return findings.length + elsewhere.length + unclear.length === 0;
}

/** The number of steps from `start` on that repeat the `length` steps before them. */
function repeated(steps: readonly Step[], words: readonly string[], start: number, length: number) {
  let end = start;
  for (; end < steps.length; end += 1) {
    const step = steps[end];
    if (!step || words[end] !== words[end - length] || !hasNothingOfItsOwn(step)) break;
  }
  return Math.floor((end - start) / length) * length;
}

/**
 * Collapses what repeats: polls, retries and the rounds of a loop. A repetition with a finding stays
 * separate.
 */
export function foldRepeats(steps: readonly Step[]): readonly StepRun[] {
  const words = steps.map(says);
  const runs: StepRun[] = [];
  let index = 0;
  while (index < steps.length) {
    let length = 1;
    let again = 0;
    for (let tried = 1; tried <= LONGEST_ROUND && again === 0; tried += 1) {
      const found = repeated(steps, words, index + tried, tried);
      if (found < FEWEST * tried) continue;
      length = tried;
      again = found;
    }
    const end = index + length;
    runs.push({ steps: steps.slice(index, end), again: steps.slice(end, end + again) });
    index = end + again;
  }
  return runs;
}
