// Measures in a real Chromium that no frame of the panel takes longer than 50 ms.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { isInstalled } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';

/** Milliseconds of the processor. */
const LIMIT = 50;

const WHAT = {
  arriving: '500 flows arrive, two at a time',
  scrolling: '5,000 flows are scrolled, one screen in each frame',
  walking: '5,000 flows are walked through with the keys',
  late: 'two flows arrive beside 5,000',
};

if (!isInstalled('chromium')) {
  console.log('No Chrome or Chromium is installed, so nothing is measured.');
} else {
  const folder = mkdtempSync(join(root, 'node_modules/.bench-browser-'));
  try {
    await build({ root, mode: 'chrome', logLevel: 'warn' });
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
    const printed = execFileSync(
      process.execPath,
      [join(folder, 'main.mjs'), join(root, 'dist/chrome')],
      { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    /** @type {Record<string, { busy: number, elapsed: number }>} */
    const tasks = JSON.parse(printed);
    let over = 0;
    for (const [name, { busy, elapsed }] of Object.entries(tasks)) {
      const ok = busy <= LIMIT;
      if (!ok) over += 1;
      const figures = `${busy.toFixed(1).padStart(6)} <= ${LIMIT} ms`;
      console.log(
        `${ok ? 'ok  ' : 'OVER'} ${figures}  longest task while ${WHAT[name]} (${elapsed.toFixed(1)} ms by the clock)`,
      );
    }
    process.exitCode = over > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
