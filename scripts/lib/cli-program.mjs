// The program of the command line, which is built when it is missing or outdated.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const folder = join(root, 'dist', 'cli');
const settings = join(root, 'vite.cli.config.ts');

/** The file that Node runs. */
export const program = join(folder, 'grantscope.mjs');

/** A run of an earlier build may still load its parts. */
const KEPT = 3_600_000;

/** Milliseconds since the epoch; 0 for a file that is not there. @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource() {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(src, name),
  );
  return Math.max(...[...files, settings, join(root, 'package-lock.json')].map(changedAt));
}

/** Builds the program unless it is newer than its sources. */
export async function buildCliIfOutdated() {
  if (changedAt(program) < newestSource()) await buildCli();
}

/**
 * Builds into a temporary folder and moves the files, the one that Node runs last, so that a
 * concurrent run never loads half of a build.
 */
export async function buildCli() {
  const { build, loadConfigFromFile } = await import('vite');
  const env = { command: /** @type {const} */ ('build'), mode: 'production' };
  const loaded = await loadConfigFromFile(env, settings);
  mkdirSync(folder, { recursive: true });
  const outDir = mkdtempSync(join(root, 'dist', 'cli-'));
  try {
    const config = { ...loaded?.config, root, configFile: /** @type {const} */ (false) };
    await build({ ...config, logLevel: 'error', build: { ...config.build, outDir } });
    const built = new Set(readdirSync(outDir));
    for (const name of built) {
      if (join(folder, name) !== program) renameSync(join(outDir, name), join(folder, name));
    }
    renameSync(join(outDir, 'grantscope.mjs'), program);
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (!built.has(name) && changedAt(file) < Date.now() - KEPT) rmSync(file, { force: true });
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
