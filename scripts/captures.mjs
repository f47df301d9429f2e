// Records test/captures again: every scenario in every installed browser, as its Network panel
// exports it.
import { root, run } from './lib/run.mjs';

const built = await run(process.execPath, [`${root}scripts/build.mjs`]);
process.exitCode =
  built === 0
    ? await run(process.execPath, [`${root}dist/node/capture.js`, ...process.argv.slice(2)])
    : built;
