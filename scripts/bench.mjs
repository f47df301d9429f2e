// Measures what Grantscope promises about speed and memory, as ratios within one run.
// `npm run bench -- redact live` runs only these parts, and `growth:polls,files` only these shapes.
import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { isInstalled } from './lib/browsers.mjs';
import { buildCliIfOutdated, program } from './lib/cli-program.mjs';
import { buildOfCommit } from './lib/earlier-build.mjs';
import { withProgram } from './lib/node-program.mjs';
import { root } from './lib/run.mjs';
import { startTimes } from './lib/start-times.mjs';

/** The commit against which the opening of the tab is measured. */
const YARDSTICK = '261c769';

/** Entries of the HARs of which a report is written: as many as fit into the longest text that Node has. */
const ENTRIES = 40_000;
/** Shares of OAuth, and the most that a report may take of the time of `JSON.parse`. */
const SHARES = [
  [0.01, 1.5],
  [0.1, 3],
  [0.5, 8],
];

let over = 0;
function report(what, ratio, limit) {
  const ok = ratio <= limit;
  if (!ok) over += 1;
  console.log(`${ok ? 'ok  ' : 'OVER'}  ${ratio.toFixed(2).padStart(5)} <= ${limit}  ${what}`);
}

function requireMessages(what, messages) {
  if (messages > 0) return;
  over += 1;
  console.log(`OVER  ${what}: no OAuth message was recognised, so nothing was measured`);
}

/** What can be measured alone, with a function that runs one task of `bench/main.ts`. */
const parts = {
  recognise(run) {
    report('seeing that an exchange is not OAuth / new URL(its URL)', run('recognise').ratio, 1);
  },
  har(run, folder) {
    const file = join(folder, 'bench.har');
    run('write', file);
    const analyse = run('analyse', file);
    requireMessages('analysing a HAR', analyse.messages);
    const har = 'a HAR of 100,000 exchanges, 1 % OAuth: analysis / JSON.parse';
    report(`${har}, time`, analyse.time, 1.3);
    report(`${har}, memory`, analyse.memory, 1.5);
    const stream = run('stream', file);
    requireMessages('a HAR as a stream', stream.messages);
    report('the same HAR as a stream: memory / size of the file', stream.memory, 0.1);
  },
  redact(run, folder) {
    const file = join(folder, 'logins.har');
    run('write-logins', file);
    const { megabytes, values, time, parts: costs } = run('redact', file);
    requireMessages('redacting a HAR', values);
    const each = Object.entries(costs).map(([part, ratio]) => `${part} ${ratio.toFixed(2)}`);
    const what = `redacting a HAR of ${megabytes.toFixed(0)} MB, 10 % OAuth, ${values} values`;
    report(`${what} / JSON.parse (${each.join(', ')})`, time, 5);
  },
  report(run, folder) {
    const file = join(folder, 'real.har');
    for (const [share, limit] of SHARES) {
      const { count } = run('write-real', file, String(ENTRIES), String(share));
      const megabytes = (statSync(file).size / 1e6).toFixed(0);
      const of = `a HAR of ${count} entries, ${megabytes} MB, ${share * 100} % OAuth`;
      const whole = run('parse-whole', file);
      const each = run('parse-entries', file);
      const ours = run('analyse-to-report', file, 'text');
      requireMessages(`analysing ${of}`, ours.found);
      const times = (ours.time / each.time).toFixed(1);
      const what = `${of}: analysis to text / JSON.parse (${times} x parsing entry by entry)`;
      report(what, ours.time / whole.time, limit);
      if (share === 0.1) report('the same: memory / JSON.parse', ours.memory / whole.memory, 0.6);
    }
  },
  gigabyte(run, folder) {
    const file = join(folder, 'gigabyte.har');
    run('write-real', file, '110000', '0.1');
    const each = run('parse-entries', file);
    const ours = run('analyse-to-report', file, 'text');
    const of = `a HAR of ${(statSync(file).size / 1e6).toFixed(0)} MB, 10 % OAuth`;
    report(`${of}: analysis to text / parsing one entry after another`, ours.time / each.time, 3);
    console.log(
      `      ${ours.memory.toFixed(0)} MB of memory, the parser ${each.memory.toFixed(0)} MB`,
    );
  },
  async start(_run, folder) {
    await buildCliIfOutdated();
    const empty = join(folder, 'empty.har');
    writeFileSync(empty, '{"log":{"version":"1.2","creator":{"name":"x"},"entries":[]}}');
    const { help, nothing } = startTimes(folder, {
      node: ['-e', ''],
      help: [program, '--help'],
      nothing: [program, 'analyze', empty],
    });
    report('starting the command line for its help / starting Node', help, 1.3);
    report('analysing a HAR without entries / starting Node', nothing, 2);
  },
  live(run) {
    const { messages, growth, retained } = run('live');
    requireMessages('live', messages);
    report('100,000 live exchanges: cost of one in the last tenth / in the first', growth, 1.5);
    report('100,000 live exchanges: memory kept / memory of all', retained, 0.1);
  },
  growth(run, _folder, chosen) {
    const shapes = run('shapes').filter(({ name }) => chosen.length === 0 || chosen.includes(name));
    for (const { name, what } of shapes) {
      for (const part of ['analysis', 'report']) {
        const { times, exponents } = run('growth', name, part);
        const each = times.map((time) => time.toFixed(0)).join(', ');
        const before = exponents[0].toFixed(2);
        report(`${what}, ${part}: exponent (before ${before}; ${each} ms)`, exponents[1], 1.15);
      }
    }
  },
  long(run, _folder, chosen) {
    const names = chosen.length === 0 ? ['calls', 'polls', 'refreshes', 'one-code'] : chosen;
    for (const name of names) {
      const { short, long } = run('long-flow', name);
      const times = `${long.toFixed(1)} ms / ${short.toFixed(1)} ms`;
      report(`one more message in a flow of 10,000 / of 100, ${name} (${times})`, long / short, 5);
    }
  },
  memory(run) {
    const { ratio, megabytes } = run('panel-memory');
    const what = 'heap of an open panel after 100,000 requests of logins / after 20,000';
    report(`${what} (${megabytes.toFixed(0)} MB)`, ratio, 1.2);
  },
  async panel(run, folder) {
    if (!isInstalled('chromium')) {
      console.log('No Chrome or Chromium is installed, so the opening of the tab is not measured.');
      return;
    }
    await build({ root, mode: 'chrome', logLevel: 'warn' });
    const earlier = buildOfCommit(YARDSTICK, join(folder, 'earlier'));
    const { ratio, before, now } = run('panel-open', earlier, join(root, 'dist/chrome'));
    const times = `${now.toFixed(0)} ms / ${before.toFixed(0)} ms`;
    report(
      `opening the tab until its first flow is shown / at ${YARDSTICK} (${times})`,
      ratio,
      1.2,
    );
  },
};

/** The chosen parts, each with what was chosen of it. */
const chosen = new Map(
  process.argv.slice(2).map((argument) => {
    const [name, of = ''] = argument.split(':');
    return [name, of === '' ? [] : of.split(',')];
  }),
);
const unknown = [...chosen.keys()].filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')} (there are ${Object.keys(parts).join(', ')})`);
  process.exit(2);
}
await withProgram('bench/main.ts', async (program, folder) => {
  const run = (...task) => {
    const flags = ['--expose-gc', '--max-old-space-size=6144', program, ...task];
    return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' }));
  };
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.size === 0 || chosen.has(name)) await measure(run, folder, chosen.get(name) ?? []);
  }
});
process.exitCode = over > 0 ? 1 : 0;
