import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/http/recording.ts';
import { type RemovedValue, redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { readCases } from '../helpers/http-cases.ts';
import { analysisOf, diagnosisOf, recordingOf } from '../helpers/parity.ts';
import { readRealLife, recordingOf as recordingOfHar } from '../helpers/real-life.ts';

interface Compared {
  readonly before: unknown;
  readonly after: unknown;
  /** Placeholders of values that the redacted recording still shows. */
  readonly shown: readonly string[];
}

async function compare(recording: Recording): Promise<Compared> {
  const original = await analysisOf(recording);
  const { recording: redacted, removed } = await redactRecording(recording, DEFAULT_REDACTION, {
    original,
  });
  const text = JSON.stringify([redacted.exchanges, redacted.navigations, redacted.gaps]);
  return {
    before: diagnosisOf(original),
    after: diagnosisOf(await analysisOf(redacted)),
    shown: removed.filter((one) => shows(text, one)).map(({ placeholder }) => placeholder.name),
  };
}

/** A plain word or number may stand in any text. */
function shows(text: string, { value, isWord }: RemovedValue): boolean {
  if (isWord || value.length < 8 || /^(?:\p{L}+|\d+)$/u.test(value)) return false;
  const bytes = Buffer.from(value);
  return [
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ].some((written) => text.includes(written));
}

const expectParity = async (recording: Recording): Promise<void> => {
  const { before, after, shown } = await compare(recording);
  expect({ after, shown }).toEqual({ after: before, shown: [] });
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.http'))
    .sort();
const textOf = (folder: string, file: string): string =>
  readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8');

describe('a redacted recording has the diagnosis of the original and none of its values', () => {
  it.each(captures.map(({ path }) => path))('capture %s', async (path) => {
    await expectParity(recordingOf(exchangesOf(path)));
  });

  it.each(filesBelow('real-life'))('real life %s', async (file) => {
    const { exchanges, gaps } = recordingOfHar(readRealLife(textOf('real-life', file)).har);
    await expectParity({ ...recordingOf(exchanges), gaps });
  });

  it.each(filesBelow('checks'))('check %s', async (file) => {
    for (const { title, exchanges } of readCases(textOf('checks', file))) {
      const { before, after, shown } = await compare(recordingOf(exchanges));
      expect({ title, after, shown }).toEqual({ title, after: before, shown: [] });
    }
  });
});
