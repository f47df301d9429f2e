// Records test/captures/backchannel anew: logins of a server as each browser and mitmproxy behind the server see them.
import { root, run } from './lib/run.mjs';

const built = await run(process.execPath, [`${root}scripts/build.mjs`]);
process.exitCode =
  built === 0
    ? await run(process.execPath, [
        `${root}dist/node/capture-back-channel.js`,
        ...process.argv.slice(2),
      ])
    : built;
