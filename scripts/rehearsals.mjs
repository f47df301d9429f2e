// Switches each fault on in a real browser, again and again, and prints how often it did what it says.
// `npm run rehearsals -- 10 chromium refresh-refused` repeats one fault ten times in one browser.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from './lib/browsers.mjs';
import { root, run } from './lib/run.mjs';
import { table } from './lib/table.mjs';

/**
 * @typedef {{ title: string, status: string, failureMessages: readonly string[] }} Result
 * @typedef {{ passed: number, all: number, reasons: string[] }} Row
 */

const args = process.argv.slice(2);
const isCount = (/** @type {string} */ one) => /^[1-9]\d*$/.test(one);
const isBrowser = (/** @type {string} */ one) => one === 'chromium' || one === 'firefox';
const count = args.find(isCount) ?? '10';
const names = args.some(isBrowser) ? args.filter(isBrowser) : ['chromium', 'firefox'];
const wanted = args.find((one) => !isCount(one) && !isBrowser(one));

/** @param {string} name @param {string} file */
async function repeat(name, file) {
  const filter = wanted === undefined ? [] : ['-t', wanted];
  await run(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'browser',
      'test/browser/rehearse',
      '--exclude',
      `test/browser/*.${name === 'chromium' ? 'firefox' : 'chromium'}.test.ts`,
      ...filter,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { ...process.env, REHEARSALS: count },
  );
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults.flatMap(
    (/** @type {{ assertionResults: readonly Result[] }} */ { assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'passed' || status === 'failed'),
  );
}

/** One row for each title, whatever the number of its run. @param {readonly Result[]} results */
function rowsOf(results) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const { title, status, failureMessages } of results) {
    const name = title.replace(/, run \d+$/, '');
    const row = rows.get(name) ?? { passed: 0, all: 0, reasons: [] };
    row.all += 1;
    if (status === 'passed') row.passed += 1;
    else row.reasons.push(failureMessages[0]?.split('\n', 1)[0]?.slice(0, 160) ?? '');
    rows.set(name, row);
  }
  return rows;
}

const folder = mkdtempSync(join(tmpdir(), 'grantscope-rehearsals-'));
try {
  process.exitCode = await run(process.execPath, [join(root, 'scripts/build.mjs')]);
  for (const name of process.exitCode === 0 ? names : []) {
    if (!isInstalled(/** @type {'chromium' | 'firefox'} */ (name))) {
      console.log(`${name} is not installed, so nothing is rehearsed in it.`);
      continue;
    }
    const rows = rowsOf(await repeat(name, join(folder, `${name}.json`)));
    const lines = [...rows].map(([title, { passed, all, reasons }]) => {
      if (passed < all) process.exitCode = 1;
      return [title, `${passed} of ${all}`, reasons[0] ?? ''];
    });
    console.log(`\n${table([name, 'as it says', 'first failure'], lines)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
