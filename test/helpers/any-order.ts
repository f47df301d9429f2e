import fc from 'fast-check';
import { expect } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../../src/http/exchange.ts';

/** Indexes of the exchanges after which the flows are read. */
export type Looks = ReadonlySet<number>;

/** The flows of exchanges that arrive in this order. */
export function flowsAfter(exchanges: readonly Exchange[], looks: Looks): readonly AnalysedFlow[] {
  const analysis = createAnalysis();
  exchanges.forEach((one, index) => {
    analysis.add(one);
    if (looks.has(index)) analysis.snapshot();
  });
  return analysis.snapshot().flows;
}

/** Expects that order of arrival, repetitions and reading in between do not change the result. */
export function expectSameInAnyOrder(
  recording: readonly Exchange[],
  shape: (exchanges: readonly Exchange[], looks?: Looks) => unknown,
  numRuns: number,
): void {
  const expected = shape(recording);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...recording], { minLength: recording.length }),
      fc.subarray([...recording]),
      fc.array(fc.nat(recording.length), { maxLength: 8 }),
      (shuffled, repeated, looks) => {
        expect(shape([...shuffled, ...repeated], new Set(looks))).toEqual(expected);
      },
    ),
    { numRuns },
  );
}
