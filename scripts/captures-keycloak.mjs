// Records test/captures/keycloak anew: a real Keycloak, in every installed browser.
import { root, run } from './lib/run.mjs';

// The program below ends what it started; this one waits for it.
process.on('SIGINT', () => undefined);

const built = await run(process.execPath, [`${root}scripts/build.mjs`]);
process.exitCode =
  built === 0
    ? await run(process.execPath, [`${root}dist/node/keycloak.js`, ...process.argv.slice(2)])
    : built;
