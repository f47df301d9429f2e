import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedNote } from '../../src/analysis/redaction-notes.ts';
import type { Placeholder, RedactionNote } from '../../src/http/recording.ts';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { recordingOf } from '../helpers/parity.ts';
import { exchange } from '../redaction/recordings.ts';

const noteOf = (...all: (readonly [name: string, standIn: string])[]): RedactionNote => ({
  version: 1,
  placeholders: all.map(
    ([name, standIn]): Placeholder => ({
      ...{ name, standIn, label: name.replace(/^‹|-\d+›$/g, ''), class: 'one-time' },
      ...{ length: standIn.length, times: 1 },
    }),
  ),
  signatures: {},
  hides: [],
});
const namesIn = ({ placeholders }: RedactionNote) =>
  placeholders.map(({ name, standIn }) => `${name} ${standIn}`);

test('names of two redacted files stay unambiguous', () => {
  const first = noteOf(['‹code-1›', 'a'], ['‹code-2›', 'b'], ['‹state-1›', 'c']);
  const second = noteOf(['‹code-1›', 'd'], ['‹code-3›', 'e'], ['‹nonce-1›', 'f']);
  expect(namesIn(joinedNote(first, second))).toEqual([
    ...['‹code-1› a', '‹code-2› b', '‹state-1› c'],
    ...['‹code-4› d', '‹code-3› e', '‹nonce-1› f'],
  ]);
});

test('what stands for a value in both files has one name', () => {
  const first = noteOf(['‹code-1›', 'a'], ['‹code-2›', 'b']);
  const second = noteOf(['‹code-1›', 'b'], ['‹code-2›', 'c']);
  expect(namesIn(joinedNote(first, second))).toEqual(['‹code-1› a', '‹code-2› b', '‹code-3› c']);
});

const placeholder = fc.tuple(
  fc.tuple(fc.constantFrom('code', 'state'), fc.nat(4)).map(([label, n]) => `‹${label}-${n}›`),
  fc.constantFrom(...'abcdefgh'),
);
const note = fc
  .uniqueArray(placeholder, { selector: ([name]) => name })
  .map((all) => noteOf(...all.filter(([, one], at) => all.findIndex(([, o]) => o === one) === at)));

test('no name stands for two values, however many files are joined', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 5 }), (notes) => {
      const joined = notes.reduce<RedactionNote | null>(joinedNote, null);
      const placeholders = joined?.placeholders ?? [];
      expect(new Set(placeholders.map(({ name }) => name)).size).toBe(placeholders.length);
      const standIns = notes.flatMap((one) => one.placeholders.map(({ standIn }) => standIn));
      expect(new Set(placeholders.map(({ standIn }) => standIn))).toEqual(new Set(standIns));
    }),
  );
});

test('what is redacted later gets a number that no earlier name has', async () => {
  const url = 'https://app.example.com/callback?code=k7Xq2Zt7Vw1nPq8sLm3R&state=Zt7Vw1nLm3RbYcAe';
  const recording = {
    ...recordingOf([exchange({ url })]),
    redaction: noteOf(['‹code-3›', 'Pq8sLm3RbYcAeFgk7Xq2']),
  };
  const { redaction } = (await redactRecording(recording, DEFAULT_REDACTION)).recording;
  expect(redaction.placeholders.map(({ name }) => name)).toEqual([
    ...['‹code-3›', '‹code-4›', '‹state-1›'],
  ]);
});
