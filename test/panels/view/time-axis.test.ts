import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeAxis } from '../../../panels/oauth/view/time-axis.ts';
import { whereTimeWent } from '../../../src/conclusion/where-time-went.ts';
import { analysedFlow } from '../fixtures.ts';
import { login } from '../recording.ts';

it('positions rise with the moments, from 0 to 100 percent, whatever is shortened', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 600_000 }), { minLength: 4, maxLength: 4 }), (pauses) => {
      let later = 0;
      const exchanges = login().map((one, index) => {
        later += pauses[index] ?? 0;
        return { ...one, startedAt: one.startedAt + later };
      });
      const spent = whereTimeWent(analysedFlow({}, exchanges));
      const axis = timeAxis(spent);
      expect([axis.at(spent.from), axis.at(spent.to)]).toEqual([0, 100]);
      let last = 0;
      for (const { from, to } of spent.spans) {
        expect(axis.at(from)).toBeCloseTo(last, 6);
        expect(axis.at(to)).toBeGreaterThan(axis.at(from));
        last = axis.at(to);
      }
    }),
    { numRuns: 30 },
  );
});
