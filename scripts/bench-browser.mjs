// Measures the panel and the recorder in a real Chromium, and what can be measured there in Firefox.
// `npm run bench:browser -- frames page-time` runs only these parts.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { isInstalled } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';

/** @typedef {{ what: string, value: number, limit: number | null, unit: string }} Line */

/** @param {Line} line */
function print({ what, value, limit, unit }) {
  const ok = limit === null || value <= limit;
  const digits = unit === '' ? 2 : 1;
  const figure = value.toFixed(digits).padStart(8);
  const bound = limit === null ? '' : ` <= ${limit}`;
  console.log(`${ok ? 'ok  ' : 'OVER'} ${figure}${bound} ${unit}  ${what}`);
  return ok;
}

if (!isInstalled('chromium')) {
  console.log('No Chrome or Chromium is installed, so nothing is measured.');
} else {
  const folder = mkdtempSync(join(root, 'node_modules/.bench-browser-'));
  try {
    for (const mode of ['chrome', 'firefox']) await build({ root, mode, logLevel: 'warn' });
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: 'bench/browser/main.ts',
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
      },
    });
    /** @param {string[]} args */
    const run = (...args) =>
      JSON.parse(
        execFileSync(process.execPath, [join(folder, 'main.mjs'), ...args], {
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
    const chosen = process.argv.slice(2);
    let over = 0;
    for (const name of run('names')) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      /** @type {Line[]} */
      const lines = run(name, join(root, 'dist/chrome'));
      for (const line of lines) if (!print(line)) over += 1;
    }
    process.exitCode = over > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
