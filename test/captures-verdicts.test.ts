import { basename, dirname, join } from 'node:path/posix';
import { it } from 'vitest';
import { scenarios } from '../playground/scenarios.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { redactRecording } from '../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../src/redaction/redaction-options.ts';
import { settledSnapshotOf } from './helpers/analyse.ts';
import { type Capture, captures, exchangesOf } from './helpers/captures.ts';
import { expectFresh } from './helpers/fresh-page.ts';
import { recordingOf } from './helpers/parity.ts';
import { verdictPage } from './helpers/verdict-page.ts';

/** The captures of each scenario. Those of a browser and a proxy from one run are read together. */
const runs = [
  ...new Map(captures.map(({ folder, name }) => [`${folder}/${name}`, { folder, name }])).values(),
];

/** Few verdicts quote a random value. */
const VALUE = /[A-Za-z0-9_-]{16,}/;

async function judge({ folder, name }: Omit<Capture, 'path'>) {
  const recorded = captures.filter((one) => one.folder === folder && one.name === name);
  const exchanges = recorded.flatMap(({ path }) => exchangesOf(path));
  const snapshot = await settledSnapshotOf(exchanges);
  const isTelling = snapshot.flows.some(({ verdict }) => VALUE.test(verdict.text));
  return {
    scenario: join(dirname(folder), name),
    recorder: basename(folder).replace('clients', 'mitmproxy'),
    snapshot,
    redact: isTelling ? await redactorFor(exchanges) : (text: string) => text,
  };
}

async function redactorFor(exchanges: readonly Exchange[]) {
  const { redactText } = await redactRecording(recordingOf(exchanges), DEFAULT_REDACTION);
  return redactText;
}

/** Scenarios of the playground that a browser has no capture of. */
function notCapturedIn(browser: string): readonly string[] {
  const captured = new Set(runs.map(({ folder, name }) => `${basename(folder)}/${name}`));
  return scenarios.map(({ name }) => name).filter((name) => !captured.has(`${browser}/${name}`));
}

it('a file has the verdicts on all captures', async () => {
  const missing = ['chromium', 'firefox'].map(
    (browser) => `Not captured in ${browser}: ${notCapturedIn(browser).join(', ')}.\n`,
  );
  expectFresh(
    'test/captures-verdicts.txt',
    [verdictPage(await Promise.all(runs.map(judge))), ...missing].join('\n'),
  );
}, 240_000);
