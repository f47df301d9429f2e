import { memoised } from '../../http/memo.ts';
import { describeDifference } from '../../words/differences.ts';
import type { Flow } from '../flow.ts';
import { sanitizedNames } from './sanitized.ts';

/** A value that was compared, and its place. */
export interface ComparedValue {
  /** Index into the flow's messages; null when its message is not one of the flow. */
  readonly step: number | null;
  readonly part: 'parameter' | 'header' | 'claim' | 'member';
  readonly name: string;
  /** Null when the message has no such value, or when it is not in the recording. */
  readonly value: string | null;
  /** What was computed from the value and compared in its place, such as its hash. */
  readonly computed: { readonly how: string; readonly value: string } | null;
}

/** Two values that have to be equal, and whether they are. */
export interface Comparison {
  /** The value that is judged: the later one, or the one that the receiver has to check. */
  readonly left: ComparedValue;
  /** The value that it has to be equal to. */
  readonly right: ComparedValue;
  /** `unknown`: one of the two is not known, or nobody can tell that the two belong together. */
  readonly result: 'equal' | 'differs' | 'unknown';
  /** A clause: in what the left value differs, or why it could not be compared. */
  readonly how: string | null;
}

type Place = Pick<ComparedValue, 'step' | 'part' | 'name'>;

/** A value at its place, without anything computed. */
export function valueAt(place: Place, value: string | null | undefined): ComparedValue {
  return { ...place, value: value || null, computed: null };
}

/** A value at its place, which is compared by what was computed from it. */
export function computedAt(
  place: Place,
  value: string,
  how: string,
  result: string,
): ComparedValue {
  return { ...place, value, computed: { how, value: result } };
}

/** What is compared of a value: what was computed from it, else the value itself. */
export function comparedText({ value, computed }: ComparedValue): string | null {
  return computed?.value ?? value;
}

const REPLACED = 'the value was replaced before the recording was shared';

interface Judgement {
  /** Takes the place of the comparison of the texts. */
  readonly equal?: boolean;
  /** Why nobody can tell, although both values are there. */
  readonly unknown?: string | null;
}

/** Compares two values, character by character unless `equal` says otherwise. */
export function compare(
  flow: Flow,
  left: ComparedValue,
  right: ComparedValue,
  { equal, unknown }: Judgement = {},
): Comparison {
  const replaced = sanitizedNames(flow);
  const [a, b] = [comparedText(left), comparedText(right)];
  const why = [left, right].some(({ name }) => replaced.has(name)) ? REPLACED : (unknown ?? null);
  if (why !== null || b === null) {
    return {
      left,
      right,
      result: 'unknown',
      how: why ?? `there is no ${right.name} to compare it with`,
    };
  }
  if (a === null) return { left, right, result: 'differs', how: 'it is missing' };
  if (equal ?? a === b) return { left, right, result: 'equal', how: null };
  return { left, right, result: 'differs', how: describeDifference(a, b) };
}

const indexes = memoised(
  ({ messages }: Flow): ReadonlyMap<object, number> =>
    new Map(messages.map((message, index) => [message, index])),
);

/** Index of a message; null when it is not one of the flow. */
export function stepOf(flow: Flow, message: object | null | undefined): number | null {
  return (message && indexes(flow).get(message)) ?? null;
}
