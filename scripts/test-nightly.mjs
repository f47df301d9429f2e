// Shares 20,000 generated recordings with secrets in every place and encoding, and checks that none is
// left and that the diagnosis stays. `npm run test:nightly -- 2000 7` checks 2,000 from seed 7.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { withProgram } from './lib/node-program.mjs';
import { splitRuns } from './lib/split-runs.mjs';

const [runs = 20_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv
  .slice(2)
  .map(Number);
const RUNS_PER_TASK = 250;

const tasks = splitRuns(runs, seed, RUNS_PER_TASK);
const started = Date.now();
let checked = 0;
let failures = 0;
console.log(`${runs} recordings, seed ${seed}`);

/** @param {string} program @param {{ seed: number, runs: number }} task */
function runTask(program, task) {
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: task });
    const fail = (why) => {
      failures += 1;
      console.log(`FAILED: seed ${task.seed}: ${why}`);
    };
    worker.on('message', ({ checked: more = 0, failed, path, why }) => {
      checked += more;
      if (failed) fail(`path ${path}\n${why}\n${failed}`);
    });
    worker.on('error', (error) => fail(error.stack ?? error.message));
    worker.on('exit', resolve);
  });
}

/** @param {string} program */
async function work(program) {
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    await runTask(program, task);
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.log(`${checked} checked, ${failures} failures, ${seconds} s`);
  }
}

await withProgram('test/redaction/planted/nightly.ts', (program) =>
  Promise.all(Array.from({ length: availableParallelism() }, () => work(program))),
);
console.log(
  failures === 0 ? `none of ${checked} shows a value` : `${failures} of the tasks failed`,
);
process.exitCode = failures === 0 && checked >= runs ? 0 : 1;
