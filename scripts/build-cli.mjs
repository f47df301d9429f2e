// Builds the command line into dist/cli, from where it is published.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './lib/cli-program.mjs';
import { root } from './lib/run.mjs';

// A package must not hold parts of earlier builds.
rmSync(join(root, 'dist', 'cli'), { recursive: true, force: true });
await buildCli();
