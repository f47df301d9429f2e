// A long day with DevTools open: 20,000 requests, 200 logins, ten navigations a minute, a background
// that is stopped every minute, and an extension that is reloaded once. What is lost must be told.
// `npm run bench:endurance -- 0.05 chromium` runs a twentieth of it in one browser.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isInstalled } from './lib/browsers.mjs';
import { withProgram } from './lib/node-program.mjs';
import { root } from './lib/run.mjs';

const FOLDERS = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

const args = process.argv.slice(2);
const isScale = (/** @type {string} */ one) => Number(one) > 0;
const scale = args.find(isScale) ?? '1';
const names = /** @type {const} */ (['chromium', 'firefox']).filter(
  (name) => args.every(isScale) || args.includes(name),
);

execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'ignore' });
await withProgram('bench/endurance/main.ts', (program) => {
  for (const name of names) {
    if (!isInstalled(name)) {
      console.log(`${name} is not installed, so nothing is measured in it.`);
      continue;
    }
    const printed = execFileSync(
      process.execPath,
      [program, name, join(root, FOLDERS[name]), scale],
      { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const run = JSON.parse(printed);
    const ok = run.untold.length === 0 && run.errors.length === 0;
    if (!ok) process.exitCode = 1;
    console.log(`${ok ? 'ok  ' : 'OVER'}  ${name}: ${JSON.stringify(run, null, 2)}`);
  }
});
