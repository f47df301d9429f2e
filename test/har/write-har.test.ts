import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/registry/index.ts';
import { harPieces } from '../../src/har/write-har.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { exchange } from '../helpers/exchanges.ts';
import { readCases } from '../helpers/http-cases.ts';
import { anyRecording } from './any-recording.ts';
import { readBack, recordingOf, written } from './round-trip.ts';

describe('a HAR that Grantscope wrote is read as it was recorded', () => {
  it.each(captures.map(({ path }) => path))('%s', (path) => {
    const recording = recordingOf(exchangesOf(path));
    expect(readBack(written(recording))).toEqual(recording);
  });

  it.each(checks.map(({ stage, id }) => [id, stage] as const))('the cases of %s', (id, stage) => {
    const path = join(import.meta.dirname, '..', 'checks', stage, `${id}.http`);
    for (const { exchanges } of readCases(readFileSync(path, 'utf8'))) {
      const recording = recordingOf(exchanges);
      expect(readBack(written(recording))).toEqual(recording);
    }
  });

  it('whatever an exchange holds', () => {
    fc.assert(
      fc.property(anyRecording, (recording) => {
        expect(readBack(written(recording))).toEqual(recording);
      }),
    );
  });
});

it('the pieces are the text, one entry each', () => {
  const recording = recordingOf([1, 2, 3].map((at) => exchange(at, { url: 'https://a.test/' })));
  const pieces = [...harPieces(recording, { version: '1.2.3' })];
  expect(pieces.join('')).toBe(written(recording));
  expect(pieces).toHaveLength(5);
});
