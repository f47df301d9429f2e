#!/usr/bin/env node
// The command line. In a checkout, builds the program first when it is missing or outdated; a
// published package has the program and no sources.
import { existsSync } from 'node:fs';

if (existsSync(new URL('../src', import.meta.url))) {
  const { buildCliIfOutdated } = await import('./lib/cli-program.mjs');
  await buildCliIfOutdated();
}
await import(new URL('../dist/cli/grantscope.mjs', import.meta.url).href);
