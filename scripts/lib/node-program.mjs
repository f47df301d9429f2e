import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './run.mjs';

/**
 * Builds a TypeScript file of this project as a program for Node in a temporary folder, which it
 * removes after `use`.
 * @template T
 * @param {string} entry path below the folder of package.json
 * @param {(program: string, folder: string) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withProgram(entry, use) {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    });
    return await use(join(folder, 'program.mjs'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
