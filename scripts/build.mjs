// Builds dist/chrome and dist/firefox from one manifest, with their pages of documentation, then the
// programs for Node.
import { join } from 'node:path';
import { build } from 'vite';
import { buildCli } from './lib/cli-program.mjs';
import {
  PANEL_BUDGET,
  PROVIDERS_BUDGET,
  panelSize,
  REHEARSING_BUDGET,
  SHARING_BUDGET,
  VIEWS_BUDGET,
} from './lib/panel-size.mjs';
import { root } from './lib/run.mjs';
import { moveTexts } from './lib/texts.mjs';

for (const mode of ['chrome', 'firefox']) {
  await build({ root, mode, logLevel: 'warn' });
  const folder = join(root, 'dist', mode);
  moveTexts(folder);
  const size = panelSize(folder);
  const limits = {
    panel: PANEL_BUDGET,
    views: VIEWS_BUDGET,
    rehearsing: REHEARSING_BUDGET,
    sharing: SHARING_BUDGET,
    providers: PROVIDERS_BUDGET,
  };
  const sizes = Object.entries(limits).map(([part, limit]) => `${part} ${size[part]} of ${limit}`);
  console.log(`dist/${mode}: bytes of scripts and styles after gzip: ${sizes.join(', ')}`);
  if (Object.entries(limits).some(([part, limit]) => size[part] > limit)) process.exitCode = 1;
}
await build({ root, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
await buildCli();
