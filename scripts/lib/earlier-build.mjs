import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Builds the extension for Chrome as it was at a commit, with the libraries of that time. Throws
 * when the clone does not reach back that far or the libraries cannot be installed.
 * @param {string} commit @param {string} folder where to build; is made
 * @returns {string} the unpacked extension
 */
export function buildOfCommit(commit, folder) {
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const quiet = { cwd: folder, stdio: /** @type {const} */ (['ignore', 'ignore', 'inherit']) };
  // vite's build() has set NODE_ENV to production, and npm then leaves out the build tools.
  execFileSync('npm', ['ci', '--silent', '--include=dev'], quiet);
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', 'chrome'],
    quiet,
  );
  return join(folder, 'dist/chrome');
}
