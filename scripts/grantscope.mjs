#!/usr/bin/env node
// The command line. Builds the program first when it is missing or outdated.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'node');
const program = join(folder, 'cli.js');

/** Milliseconds since the epoch; 0 for a file that is not there. @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource() {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(src, name),
  );
  const settings = ['vite.node.config.ts', 'package-lock.json'].map((name) => join(root, name));
  return Math.max(...[...files, ...settings].map(changedAt));
}

/**
 * Builds into a temporary folder and moves the file, so that a concurrent run never reads half of
 * it.
 */
async function build() {
  const { build: bundle, loadConfigFromFile } = await import('vite');
  const env = { command: /** @type {const} */ ('build'), mode: 'production' };
  const loaded = await loadConfigFromFile(env, join(root, 'vite.node.config.ts'));
  mkdirSync(folder, { recursive: true });
  const outDir = mkdtempSync(join(root, 'dist', 'cli-'));
  try {
    await bundle({
      ...loaded?.config,
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ...loaded?.config.build,
        outDir,
        rolldownOptions: {
          ...loaded?.config.build?.rolldownOptions,
          input: { cli: join(root, 'src', 'cli', 'main.ts') },
          // One file, because a folder of parts cannot be replaced in one step.
          output: { ...loaded?.config.build?.rolldownOptions?.output, codeSplitting: false },
        },
      },
    });
    for (const name of readdirSync(outDir)) renameSync(join(outDir, name), join(folder, name));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

if (changedAt(program) < newestSource()) await build();
await import(pathToFileURL(program).href);
