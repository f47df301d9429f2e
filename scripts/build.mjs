// Builds dist/chrome and dist/firefox from one manifest, with their pages of documentation, then the
// programs for Node.
import { join } from 'node:path';
import { build } from 'vite';
import { PANEL_BUDGET, PROVIDERS_BUDGET, panelSize } from './lib/panel-size.mjs';
import { root } from './lib/run.mjs';
import { moveTexts } from './lib/texts.mjs';

for (const mode of ['chrome', 'firefox']) {
  await build({ root, mode, logLevel: 'warn' });
  const folder = join(root, 'dist', mode);
  moveTexts(folder);
  const size = panelSize(folder);
  console.log(
    `dist/${mode}: all scripts and styles of the panel: ${size.panel} bytes after gzip (budget ${PANEL_BUDGET}); data on providers: ${size.providers} (budget ${PROVIDERS_BUDGET})`,
  );
  if (size.panel > PANEL_BUDGET || size.providers > PROVIDERS_BUDGET) process.exitCode = 1;
}
await build({ root, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
