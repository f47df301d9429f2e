// Shares 20,000 generated recordings with secrets in every place and encoding, and checks that none is
// left and that the diagnosis stays. `npm run test:nightly -- 2000 7` checks 2,000 from seed 7.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { root } from './lib/run.mjs';
import { splitRuns } from './lib/split-runs.mjs';

const [runs = 20_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv
  .slice(2)
  .map(Number);
const RUNS_PER_TASK = 250;

const folder = mkdtempSync(join(tmpdir(), 'grantscope-nightly-'));
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'test/redaction/planted/nightly.ts',
    outDir: folder,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'nightly.mjs' } },
  },
});

const tasks = splitRuns(runs, seed, RUNS_PER_TASK);
const started = Date.now();
let checked = 0;
let failures = 0;
console.log(`${runs} recordings, seed ${seed}`);

/** @param {{ seed: number, runs: number }} task */
function runTask(task) {
  return new Promise((resolve) => {
    const worker = new Worker(join(folder, 'nightly.mjs'), { workerData: task });
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

async function work() {
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    await runTask(task);
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.log(`${checked} checked, ${failures} failures, ${seconds} s`);
  }
}

try {
  await Promise.all(Array.from({ length: availableParallelism() }, work));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  failures === 0 ? `none of ${checked} shows a value` : `${failures} of the tasks failed`,
);
process.exitCode = failures === 0 && checked >= runs ? 0 : 1;
