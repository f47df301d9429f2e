import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/**
 * The file of a command; null when there is none.
 * @param {string} command
 */
export function pathOf(command) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return join(folder, command);
    } catch {
      // The next folder may have it.
    }
  }
  return null;
}

/** @param {string} command */
export const onPath = (command) => pathOf(command) !== null;

/** Whether this process may install packages of Debian or Ubuntu. */
export function mayInstall() {
  return onPath('apt-get') && process.getuid?.() === 0;
}

/** @param {readonly string[]} packages */
export async function install(packages) {
  console.log(`Installing ${packages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
  await run('apt-get', [...quiet, 'update'], env);
  await run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...packages], env);
}
