import { install, mayInstall, onPath } from './apt.mjs';

/** The shells and programs that run copied commands in the tests, besides those that every system has. */
const SHELLS = ['zsh', 'fish', 'jq', 'openssl'];

/**
 * Installs missing shells with apt on Linux, when it has the rights. Resolves to the shells that are
 * still missing, whose tests are skipped.
 */
export async function ensureShells() {
  const missing = SHELLS.filter((name) => !onPath(name));
  if (missing.length > 0 && mayInstall()) await install(missing);
  return SHELLS.filter((name) => !onPath(name));
}
