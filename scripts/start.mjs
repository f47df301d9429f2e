// Builds, then starts the playground and a browser with the OAuth tab.
import { ensureBrowsers, isInstalled } from './lib/browsers.mjs';
import { root, run } from './lib/run.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--browser');
const named = at < 0 ? null : args[at + 1] === 'firefox' ? 'firefox' : 'chromium';
const anyInstalled = isInstalled('chromium') || isInstalled('firefox');
const needed = named ? [named] : anyInstalled ? [] : ['chromium'];

const built = await run(process.execPath, [`${root}scripts/build.mjs`]);
if (built !== 0) process.exit(built);
const missing = args.includes('--help')
  ? []
  : await ensureBrowsers(/** @type {never[]} */ (needed));
process.exitCode =
  missing.length > 0 ? 1 : await run(process.execPath, [`${root}dist/node/start.js`, ...args]);
