// Compares what sanitizers leave of planted secrets, and how many verdicts the sanitized files keep.
// `npm run bench:leaks -- 500 7` compares 500 recordings from seed 7.
import { execFileSync } from 'node:child_process';
import { withProgram } from './lib/node-program.mjs';
import { table } from './lib/table.mjs';

const [runs = '100', seed = '1'] = process.argv.slice(2);
await withProgram('bench/leaks/main.ts', (program) => {
  const printed = execFileSync(process.execPath, [program, runs, seed], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  /** @type {{ name: string, left: number, planted: number, kept: number, flows: number }[]} */
  const rows = JSON.parse(printed);
  const share = (part, all) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;
  console.log(`${runs} recordings, seed ${seed}`);
  console.log(
    table(
      ['', 'secrets and personal values left', 'verdicts kept'],
      rows.map(({ name, left, planted, kept, flows }) => [
        name,
        share(left, planted),
        share(kept, flows),
      ]),
    ),
  );
  const ours = rows.find(({ name }) => name === 'Grantscope');
  process.exitCode = ours && ours.left === 0 && ours.kept === ours.flows ? 0 : 1;
});
