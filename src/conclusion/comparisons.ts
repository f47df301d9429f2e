import type { Finding } from '../checks/finding.ts';
import type { Comparison } from '../flow/facts/comparison.ts';
import type { Flow } from '../flow/flow.ts';
import { memoised } from '../http/memo.ts';
import { groupBy } from './group-by.ts';

type Compare = (flow: Flow) => readonly Comparison[];

const files = import.meta.glob<Compare>('../flow/facts/compared/*.ts', {
  eager: true,
  import: 'default',
});
const COMPARE: readonly Compare[] = Object.values(files);

/** Everything of a flow that was compared, or should have been, in no order. */
export const comparisonsOf = memoised((flow: Flow): readonly Comparison[] =>
  COMPARE.flatMap((compare) => compare(flow)),
);

const byStep = memoised((flow: Flow) => groupBy(comparisonsOf(flow), ({ left }) => left.step));

/** The comparisons that judge the values of a step. */
export function comparisonsAt(flow: Flow, step: number | null): readonly Comparison[] {
  return byStep(flow).get(step) ?? [];
}

/** The comparison that judges a value of a step; null when nothing was compared. */
export function comparisonAt(flow: Flow, step: number, name: string): Comparison | null {
  return comparisonsAt(flow, step).find(({ left }) => left.name === name) ?? null;
}

/** The comparison that a finding rests on: the one of the value that it points to. */
export function comparisonOf({ message, at }: Finding, flow: Flow): Comparison | null {
  if (at?.name == null || message === null) return null;
  const found = comparisonsAt(flow, message).find(
    ({ left }) => left.part === at.part && left.name === at.name,
  );
  return found?.result === 'differs' ? found : null;
}

const MARKS = {
  equal: { mark: '✓', tone: 'ok', word: 'equal' },
  differs: { mark: '✖', tone: 'bad', word: 'differs' },
  unknown: { mark: '◌', tone: 'quiet', word: 'could not be compared' },
} as const;

/** How the result of a comparison is shown. The word stands beside the mark or in its place. */
export const comparisonMark = (result: Comparison['result']) => MARKS[result];

/** A comparison as a clause about its left value. */
export function comparisonClause({ left, right, result, how }: Comparison): string {
  if (result === 'unknown') return `could not be compared: ${how}`;
  const where = right.step === null ? '' : ` of step ${right.step + 1}`;
  const [mine, other] = [left.computed, right.computed].map((one) => one && `its ${one.how}`);
  const reference = other ? `the ${right.computed?.how} of ${right.name}` : right.name;
  const text = mine
    ? `${mine} is${result === 'equal' ? '' : ' not'} ${reference}${where}`
    : result === 'equal'
      ? `the same as ${reference}${where}`
      : `differs from ${reference}${where}`;
  return how === null ? text : `${text}: ${how}`;
}
