import { createAnalysis } from '../../src/analysis/analysis.ts';
import { cpuTime, median } from '../measure.ts';
import { SHAPES } from './growth.ts';

/** Messages that are added one by one. */
const ADDED = 60;
const SHORT = 100;
const LONG = 10_000;

interface LongFlow {
  /** Milliseconds of the processor for one more message and a snapshot. */
  readonly short: number;
  readonly long: number;
}

/** Measures a snapshot after one more message in a short flow and in a long one. */
export async function longFlow(name: string): Promise<LongFlow> {
  await snapshotIn(name, SHORT);
  return { short: await snapshotIn(name, SHORT), long: await snapshotIn(name, LONG) };
}

async function snapshotIn(name: string, count: number): Promise<number> {
  const shape = SHAPES[name];
  if (!shape) throw new Error(`no such shape: ${name}`);
  const analysis = createAnalysis();
  const exchanges = shape.make(count + ADDED);
  const last = exchanges.splice(-ADDED);
  for (const one of exchanges) analysis.add(one);
  analysis.snapshot();
  const times: number[] = [];
  for (const one of last) {
    times.push(
      await cpuTime(async () => {
        analysis.add(one);
        analysis.snapshot();
      }),
    );
  }
  return median(times);
}
