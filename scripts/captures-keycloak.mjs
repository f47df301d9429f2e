// Records test/captures/keycloak again: a real Keycloak, in every installed browser.
import { root, run } from './lib/run.mjs';

// The program below stops what it started. This script waits for that.
process.on('SIGINT', () => undefined);

const built = await run(process.execPath, [`${root}scripts/build.mjs`]);
process.exitCode =
  built === 0
    ? await run(process.execPath, [`${root}dist/node/keycloak.js`, ...process.argv.slice(2)])
    : built;
