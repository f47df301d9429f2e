// Records test/captures/backchannel again: logins of a server, as each browser sees them and as
// mitmproxy behind the server does.
import { root, run } from './lib/run.mjs';

const built = await run(process.execPath, [`${root}scripts/build.mjs`]);
process.exitCode =
  built === 0
    ? await run(process.execPath, [
        `${root}dist/node/capture-back-channel.js`,
        ...process.argv.slice(2),
      ])
    : built;
