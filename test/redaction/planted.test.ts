import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plans, plantedOf } from './planted/plan.ts';
import { faultsOfSharing } from './planted/property.ts';

const RUNS = 100;
const PARTS = 20;

describe('a recording with secrets in any place and encoding', () => {
  test.each(Array.from({ length: PARTS }, (_, part) => part + 1))(
    `is shared without them and with the same diagnosis, part %i of ${PARTS}`,
    async (part) => {
      const property = fc.asyncProperty(plans, async (plan) => {
        expect(await faultsOfSharing(plantedOf(plan))).toEqual([]);
      });
      await fc.assert(property, { numRuns: RUNS / PARTS, seed: part });
    },
    60_000,
  );
});
