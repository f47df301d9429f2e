import { describe, expect, test } from 'vitest';
import { redactRecording } from '../../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../../src/redaction/redaction-options.ts';
import { recordingOf } from '../../helpers/parity.ts';
import { exchange } from '../recordings.ts';

/** A text of a recording that has the values as passwords, after redaction. */
async function swept(text: string, ...values: readonly string[]): Promise<string> {
  const passwords = values.map((password) => exchange({ text: JSON.stringify({ password }) }));
  const said = exchange({ text, answer: ['Content-Type: text/plain'] });
  const recording = recordingOf([...passwords, said]);
  const redacted = await redactRecording(recording, DEFAULT_REDACTION);
  const body = redacted.recording.exchanges.at(-1)?.response?.body;
  return body && 'text' in body ? body.text : '';
}

const BEGINNING = 'xU600d';
const END = 'fJKrsguD';
const VALUE = `${BEGINNING}+/= &%"'<>\\é€😀${END}`;

const quotedPrintable = (value: string): string =>
  [...Buffer.from(value)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    )
    .join('');

describe('no part of a value stays', () => {
  test('in quoted-printable, where the end looks like a value of its own', async () => {
    const text = await swept(`level=info msg="${quotedPrintable(VALUE)}"`, VALUE);
    expect(text).toMatch(/^level=info msg="[^"]+=3D &%"'<>\\[^"]+"$/);
    expect(text).not.toContain(BEGINNING);
    expect(text).not.toContain(END);
  });

  test('where its escapes hold another value', async () => {
    const inner = 'Zk4Wq8Lm2Np7';
    const value = `ab\\"c${inner}%3Dq=E2`;
    const text = await swept(`it was ${JSON.stringify(encodeURIComponent(value))}`, value, inner);
    expect(text).not.toMatch(/ab(?:\\|%5C)/);
    expect(text).not.toContain(inner);
  });

  test.each(['Kx7wQz', 'Marv9'])('in another case: %s', async (value) => {
    const text = await swept(`${value.toUpperCase()} or ${value.toLowerCase()}`, value);
    expect(text).toMatch(/^\w+ or \w+$/);
    expect(text.toLowerCase()).not.toContain(value.toLowerCase());
  });
});
