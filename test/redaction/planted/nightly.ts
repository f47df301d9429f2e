import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { plans, plantedOf } from './plan.ts';
import { faultsOfSharing } from './property.ts';

/** One worker of `npm run test:nightly`: checks each recording that it is told to. */
interface Task {
  readonly seed: number;
  /** Which of the recordings of this seed. */
  readonly index: number;
}

/** Milliseconds to look for a smaller recording with the same fault. */
const MAX_SHRINKING = 300_000;

const property = fc.asyncProperty(plans, async (plan) => {
  const faults = await faultsOfSharing(plantedOf(plan));
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

/** Says what is wrong with the smallest recording that is as wrong; null when nothing is. */
async function check({ seed, index }: Task): Promise<string | null> {
  const result = await fc.check(property, {
    seed,
    path: `${index}`,
    numRuns: 1,
    interruptAfterTimeLimit: MAX_SHRINKING,
  });
  if (!result.failed) return result.numRuns === 1 ? null : 'it was not checked';
  const why = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  return `path ${result.counterexamplePath}\n${why}\n${fc.stringify(result.counterexample)}`;
}

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage({ fault: await check(task) });
});
