import type {
  Compared,
  FlowComparison,
  Likeness,
} from '../../../src/conclusion/compare/compared.ts';
import { count, list } from '../../../src/words/numbers.ts';

/** How many values of two attempts are equal, different and so on. */
export interface ComparisonCounts extends Readonly<Record<Likeness, number>> {
  /** Steps that only one attempt has. */
  readonly steps: number;
}

/** How many of these values are alike in that way. */
export function countOf(values: readonly Compared[], is: Likeness): number {
  return values.filter((one) => one.is === is).length;
}

/** Counts all values of both attempts. */
export function countsOf({ flow, steps }: FlowComparison): ComparisonCounts {
  const values = [...flow, ...steps.flatMap((step) => step.values)];
  return {
    equal: countOf(values, 'equal'),
    different: countOf(values, 'different'),
    reused: countOf(values, 'reused'),
    own: countOf(values, 'own'),
    unknown: countOf(values, 'unknown'),
    steps: steps.filter(({ a, b }) => a === null || b === null).length,
  };
}

/** The counts as a sentence: `3 values differ, 12 differ as they should, and 40 are equal.` */
export function countWords(counts: ComparisonCounts): string {
  const { different, reused, own, unknown, equal, steps } = counts;
  const parts = [
    `${count(different, 'value')} ${different === 1 ? 'differs' : 'differ'}`,
    reused > 0 && `${reused} ${reused === 1 ? 'is' : 'are'} equal and should be new`,
    steps > 0 && `${count(steps, 'step')} ${steps === 1 ? 'is' : 'are'} in one attempt only`,
    own > 0 && `${own} ${own === 1 ? 'differs as it' : 'differ as they'} should`,
    unknown > 0 && `${unknown} cannot be compared`,
    `${equal} ${equal === 1 ? 'is' : 'are'} equal`,
  ];
  return `${list(parts.filter((part) => part !== false))}.`;
}
