import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/http/recording.ts';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { readCases } from '../helpers/http-cases.ts';
import { analysisOf, diagnosisOf, recordingOf } from '../helpers/parity.ts';
import { readRealLife, recordingOf as recordingOfHar } from '../helpers/real-life.ts';

async function expectParity(recording: Recording): Promise<void> {
  const redacted = await redactRecording(recording, DEFAULT_REDACTION);
  const before = diagnosisOf(await analysisOf(recording));
  const after = diagnosisOf(await analysisOf(redacted.recording));
  expect(after).toEqual(before);
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.http'))
    .sort();
const textOf = (folder: string, file: string): string =>
  readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8');

describe('a redacted recording has the diagnosis of the original', () => {
  it.each(captures.map(({ path }) => path))('capture %s', async (path) => {
    await expectParity(recordingOf(exchangesOf(path)));
  });

  it.each(filesBelow('real-life'))('real life %s', async (file) => {
    const { exchanges, gaps } = recordingOfHar(readRealLife(textOf('real-life', file)).har);
    await expectParity({ ...recordingOf(exchanges), gaps });
  });

  it.each(filesBelow('checks'))('check %s', async (file) => {
    for (const { title, exchanges } of readCases(textOf('checks', file))) {
      const recording = recordingOf(exchanges);
      const redacted = await redactRecording(recording, DEFAULT_REDACTION);
      const before = diagnosisOf(await analysisOf(recording));
      const after = diagnosisOf(await analysisOf(redacted.recording));
      expect({ title, after }).toEqual({ title, after: before });
    }
  });
});
