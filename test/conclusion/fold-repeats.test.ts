import { describe, expect, it } from 'vitest';
import { foldRepeats } from '../../src/conclusion/fold-repeats.ts';
import { flowSteps } from '../../src/conclusion/steps.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchangesOf } from '../helpers/captures.ts';

/** The steps of each run of a capture's longest flow, as numbers, with those that are collapsed. */
function runsOf(path: string): readonly string[] {
  const { flows } = snapshotOf(exchangesOf(path));
  const longest = flows.toSorted((a, b) => b.flow.messages.length - a.flow.messages.length)[0];
  if (!longest) throw new Error('no flow');
  return foldRepeats(flowSteps(longest).steps).map(({ steps, again }) => {
    const numbers = steps.map(({ index }) => index + 1).join(' ');
    return again.length === 0 ? numbers : `${numbers} and ${again.length} more`;
  });
}

describe('steps that repeat', () => {
  it('are collapsed when a client refreshes again and again', () => {
    expect(
      runsOf('chromium/refresh-all-the-time.har').filter((run) => run.includes('more')),
    ).toEqual(['9 and 11 more']);
  });

  it('are collapsed as rounds when several messages repeat together', () => {
    const [clean] = snapshotOf(exchangesOf('chromium/clean.har')).flows;
    const round = clean ? flowSteps(clean).steps.slice(-2) : [];
    const steps = [...round, ...round, ...round, ...round].map((step, index) => ({
      ...step,
      index,
    }));
    expect(foldRepeats(steps).map((run) => [run.steps.length, run.again.length])).toEqual([[2, 6]]);
    expect(foldRepeats(steps.slice(0, 4))).toHaveLength(4);
  });

  it('are no repetition in a login that worked', () => {
    expect(runsOf('chromium/clean.har').filter((run) => run.includes('more'))).toEqual([]);
  });

  it('keep every step exactly once and in order', () => {
    for (const path of [
      'chromium/device.har',
      'chromium/redirect-loop.har',
      'chromium/clean.har',
    ]) {
      for (const analysed of snapshotOf(exchangesOf(path)).flows) {
        const { steps } = flowSteps(analysed);
        const all = foldRepeats(steps).flatMap((run) => [...run.steps, ...run.again]);
        expect(all.map(({ index }) => index)).toEqual(steps.map(({ index }) => index));
      }
    }
  });
});
