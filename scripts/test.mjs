// Runs lint, types, build, unit, component and real-browser tests. The last line counts them all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './lib/browsers.mjs';
import { root, run, runTool } from './lib/run.mjs';
import { ensureShells } from './lib/shells.mjs';

const reports = mkdtempSync(join(tmpdir(), 'grantscope-test-'));
const total = { passed: 0, failed: 0 };

/** @param {string} name @param {number} code */
function count(name, code) {
  total[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}\n`);
}

/** @param {readonly string[]} args */
async function vitest(...args) {
  const report = join(reports, `${args.join('-').replaceAll(/\W+/g, '-')}.json`);
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    total.passed += numPassedTests;
    total.failed += numFailedTests === 0 && code !== 0 ? 1 : numFailedTests;
  } catch {
    total.failed += 1;
  }
}

count('lint', await runTool('@biomejs/biome/bin/biome', ['ci', '.']));
count('types', await runTool('typescript/bin/tsc', ['--noEmit']));
count(
  'types of src, without the DOM',
  await runTool('typescript/bin/tsc', ['--noEmit', '-p', 'src']),
);
count('build', await run(process.execPath, [`${root}scripts/build.mjs`]));
for (const shell of await ensureShells()) {
  if (process.env.CI) count(`${shell} is installed`, 1);
  else console.log(`skipped: commands in ${shell}, which is not installed\n`);
}
await vitest('--project', 'unit', '--project', 'replaced', '--project', 'panels');
const missing = await ensureBrowsers(['chromium', 'firefox']);
for (const name of missing) count(`${name} is installed`, 1);
for (const name of ['chromium', 'firefox']) {
  if (!missing.includes(/** @type {never} */ (name))) await vitest('--project', 'browser', name);
}
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
