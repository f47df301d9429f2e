// Builds dist/chrome and dist/firefox from one manifest, then the programs for Node.
import { join } from 'node:path';
import { build } from 'vite';
import { PANEL_BUDGET, panelSize, wholeSize } from './lib/panel-size.mjs';
import { root } from './lib/run.mjs';

for (const mode of ['chrome', 'firefox']) {
  await build({ root, mode, logLevel: 'warn' });
  const folder = join(root, 'dist', mode);
  const { page, analysis, rest } = panelSize(folder);
  const size = page + analysis;
  console.log(
    `dist/${mode}: ${size} bytes after gzip until the first flow is shown (panel ${page}, analysis ${analysis}; budget ${PANEL_BUDGET}), then ${rest} of checks; all scripts ${wholeSize(folder)}`,
  );
  if (size > PANEL_BUDGET) process.exitCode = 1;
}
await build({ root, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
