// Builds dist/chrome and dist/firefox from one manifest, then the programs for Node.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = fileURLToPath(new URL('../vite.node.config.ts', import.meta.url));

for (const mode of ['chrome', 'firefox']) await build({ root, mode, logLevel: 'warn' });
if (existsSync(node)) await build({ root, configFile: node, logLevel: 'warn' });
