import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plans, plantedOf } from './plan.ts';
import { faultsOfSharing } from './property.ts';

/** Recordings in each run of the tests. */
const RUNS = 500;
/** Each has its own seed, so that a failure is found again soon. */
const PARTS = 20;
const QUARTERS = 4;

/** A quarter of the recordings, so that several test files share the work. */
export function describeQuarter(quarter: number): void {
  const first = ((quarter - 1) * PARTS) / QUARTERS;
  const parts = Array.from({ length: PARTS / QUARTERS }, (_, index) => first + index + 1);
  describe('a recording with secrets in any place and encoding', () => {
    test.each(parts)(
      `is shared without them and with the same diagnosis, part %i of ${PARTS}`,
      async (part) => {
        const property = fc.asyncProperty(plans, async (plan) => {
          expect(await faultsOfSharing(plantedOf(plan))).toEqual([]);
        });
        await fc.assert(property, { numRuns: RUNS / PARTS, seed: part });
      },
      240_000,
    );
  });
}
