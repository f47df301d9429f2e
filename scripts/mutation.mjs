// Deletes the body of each check and each signature of a provider, one at a time. A test has to fail
// each time. Prints the ones that no test misses.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './lib/run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'grantscope-mutation-'));
const report = join(folder, 'report.json');
await runTool('vitest/vitest.mjs', [
  'run',
  '--project',
  'mutation',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
/** @type {{ testResults: readonly { assertionResults: readonly { status: string, fullName: string }[] }[] }} */
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });
const mutants = testResults.flatMap(({ assertionResults }) => assertionResults);
const survivors = mutants.filter(({ status }) => status !== 'passed');
for (const { fullName } of survivors) console.log(`survived: ${fullName}`);
console.log(
  `${mutants.length} mutants, ${mutants.length - survivors.length} killed, ${survivors.length} survived`,
);
process.exitCode = survivors.length === 0 && mutants.length > 0 ? 0 : 1;
