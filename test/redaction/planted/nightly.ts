import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { plans, plantedOf } from './plan.ts';
import { faultsOfSharing } from './property.ts';

/** One worker of `npm run test:nightly`: checks as many recordings as it is told to. */
interface Task {
  readonly seed: number;
  readonly runs: number;
}

async function check({ seed, runs }: Task): Promise<void> {
  const property = fc.asyncProperty(plans, async (plan) => {
    const faults = await faultsOfSharing(plantedOf(plan));
    parentPort?.postMessage({ checked: 1 });
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  const result = await fc.check(property, { numRuns: runs, seed });
  if (result.failed) {
    parentPort?.postMessage({
      failed: fc.stringify(result.counterexample),
      seed: result.seed,
      path: result.counterexamplePath,
      why: result.errorInstance instanceof Error ? result.errorInstance.message : '',
    });
  }
}

await check(workerData as Task);
