// Shares 20,000 generated recordings with secrets in every place and encoding, and checks that none is
// left and that the diagnosis stays. `npm run test:nightly -- 2000 7` checks 2,000 from seed 7.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { withProgram } from './lib/node-program.mjs';
import { splitRuns } from './lib/split-runs.mjs';

const [runs = 20_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv
  .slice(2)
  .map(Number);
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: npm run test:nightly -- [number of recordings] [seed]');
  process.exit(2);
}
/** Recordings that one seed makes. */
const RUNS_PER_SEED = 250;
/** A worker is replaced after so many, so that nothing grows for hours. */
const RUNS_PER_WORKER = 500;
/** Milliseconds without an answer after which a worker is ended. */
const PATIENCE = 900_000;
const SECONDS_PER_LINE = 5;

const recordings = splitRuns(runs, seed, RUNS_PER_SEED)
  .flatMap((part) => Array.from({ length: part.runs }, (_, index) => ({ seed: part.seed, index })))
  .values();
const started = Date.now();
let checked = 0;
let failed = 0;

function tell() {
  const seconds = Math.round((Date.now() - started) / 1_000);
  console.log(`${checked} of ${runs} checked, ${failed} failed, ${seconds} s`);
}

/**
 * What a worker says is wrong with a recording. A worker that ends or does not answer is a fault too.
 * @param {Worker} worker @param {{ seed: number, index: number }} recording
 * @returns {Promise<{ fault: string | null, isLost?: boolean }>}
 */
function ask(worker, recording) {
  return new Promise((resolve) => {
    const lost = (why) => answer({ fault: `path ${recording.index}\n${why}`, isLost: true });
    const onError = (error) => lost(error?.stack ?? `${error}`);
    const onExit = (code) => lost(`the worker ended with ${code}`);
    const timer = setTimeout(() => lost(`no answer in ${PATIENCE / 1_000} s`), PATIENCE);
    function answer(result) {
      clearTimeout(timer);
      worker.off('message', answer).off('error', onError).off('exit', onExit);
      resolve(result);
    }
    worker.on('message', answer).on('error', onError).on('exit', onExit);
    if (worker.threadId < 0) lost('the worker has ended');
    else worker.postMessage(recording);
  });
}

/** @param {string} program */
function start(program) {
  // Without a listener, an error between two recordings would end everything.
  return new Worker(program).on('error', () => undefined);
}

/** @param {string} program */
async function work(program) {
  let worker = start(program);
  let count = 0;
  for (const recording of recordings) {
    const { fault, isLost = false } = await ask(worker, recording);
    checked += 1;
    if (fault !== null) {
      failed += 1;
      console.log(`FAILED: seed ${recording.seed}, ${fault}`);
    }
    count += 1;
    if (!isLost && count % RUNS_PER_WORKER !== 0) continue;
    await worker.terminate();
    worker = start(program);
  }
  await worker.terminate();
}

console.log(`${runs} recordings, seed ${seed}`);
const timer = setInterval(tell, SECONDS_PER_LINE * 1_000);
await withProgram('test/redaction/planted/nightly.ts', (program) =>
  Promise.all(Array.from({ length: Math.min(runs, availableParallelism()) }, () => work(program))),
);
clearInterval(timer);
tell();
console.log(`${checked} recordings, ${failed} failed`);
process.exitCode = failed === 0 && checked === runs ? 0 : 1;
