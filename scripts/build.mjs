// Builds dist/chrome and dist/firefox from one manifest, then the programs for Node.
import { join } from 'node:path';
import { build } from 'vite';
import { PANEL_BUDGET, panelSize, wholeSize } from './lib/panel-size.mjs';
import { root } from './lib/run.mjs';

for (const mode of ['chrome', 'firefox']) {
  await build({ root, mode, logLevel: 'warn' });
  const folder = join(root, 'dist', mode);
  const [size, whole] = [panelSize(folder), wholeSize(folder)];
  console.log(
    `dist/${mode}: the panel is ${size} bytes after gzip (budget ${PANEL_BUDGET}), all scripts ${whole}`,
  );
  if (size > PANEL_BUDGET) process.exitCode = 1;
}
await build({ root, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
