import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../playground/browsers/types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the built extension; builds it when it is not there. */
export function builtExtension(name: BrowserName): string {
  const folder = `${root}dist/${name === 'firefox' ? 'firefox' : 'chrome'}`;
  if (!existsSync(`${folder}/manifest.json`)) {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
  }
  return folder;
}
