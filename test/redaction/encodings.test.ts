import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectRecording } from '../../src/redaction/collect-recording.ts';
import { finderOf } from '../../src/redaction/value-finder.ts';
import { conceal } from './concealed.ts';
import { exchange } from './recordings.ts';
import { base64, secret } from './secrets.ts';

type Encode = (value: string) => string;

const hex: Encode = (value) => Buffer.from(value).toString('hex');
const url64: Encode = (value) => Buffer.from(value).toString('base64url');
const utf16 = (value: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(value, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const json: Encode = (value) => JSON.stringify(value).slice(1, -1);
const html: Encode = (value) =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const quotedPrintable: Encode = (value) =>
  [...Buffer.from(value)]
    .map((byte) =>
      byte < 0x21 || byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/.{1,9}(?![0-9A-F]?$)(?<!=.?)/g, '$&=\r\n');

const SINGLE: Readonly<Record<string, Encode>> = {
  raw: (value) => value,
  percent: encodeURIComponent,
  base64,
  'base64 behind a byte': (value) => base64(`:${value}`),
  'base64 behind two bytes': (value) => base64(`a:${value}`),
  base64url: url64,
  hex,
  json,
  html,
};

const OTHERS: Readonly<Record<string, Encode>> = {
  'percent three times': (value) => [1, 2, 3].reduce((text) => encodeURIComponent(text), value),
  'decimal references': (value) => [...value].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'hexadecimal references': (value) =>
    [...value].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  'JavaScript escapes': (value) =>
    value.replace(/[^\uD800-\uDFFF]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`),
  'backslash u for every unit': (value) =>
    value
      .split('')
      .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  'quoted-printable': (value) => `=3D${quotedPrintable(value)}=3D`,
  'UTF-16 in base64': (value) => utf16(value, 'le').toString('base64'),
  'UTF-16, big endian, in base64url': (value) => utf16(value, 'be').toString('base64url'),
  'UTF-16 in hex': (value) => utf16(value, 'be').toString('hex'),
  'UTF-16 in percent': (value) => utf16(value, 'le').toString('hex').replace(/../g, '%$&'),
  'a NUL behind every character': (value) =>
    [...utf16(value, 'le')].map((byte) => `\\u${byte.toString(16).padStart(4, '0')}`).join(''),
  'base64 in lines': (value) => base64(value).replace(/.{16}/g, '$&\r\n'),
  'upper case': (value) => value.toUpperCase(),
  'lower case': (value) => value.toLowerCase(),
};

describe('a value is found in every encoding', () => {
  const found = (encode: Encode, runs: number, prefix = ''): void =>
    fc.assert(
      fc.property(secret, (raw) => {
        const value = raw.replace(/[é€😀]/gu, (one) => (prefix === 'ascii' ? 'e' : one));
        const find = finderOf(
          collectRecording([exchange({ body: `code=${encodeURIComponent(value)}` })], {}),
        );
        const written = encode(value);
        const text = conceal(`before ${written} after`, find);
        expect(text).toContain('‹›');
        expect(text.replace(/^before | after$/g, '').replaceAll('‹›', '').length).toBeLessThan(12);
      }),
      { numRuns: runs },
    );

  for (const [name, encode] of Object.entries(OTHERS)) {
    test(name, () => found(encode, 25, / case$|UTF-16/.test(name) ? 'ascii' : ''));
  }

  for (const [outer, encode] of Object.entries(SINGLE)) {
    test(`whatever is in ${outer}`, () => {
      for (const inner of Object.values(SINGLE)) found((value) => encode(inner(value)), 5);
    });
  }
});

const LONG = 'kq7Zr2Vw9Lx4TnB8mYc3HdQ6sJf1';
const find = finderOf(
  collectRecording([exchange({ url: `https://app.example.com/cb?code=${LONG}` })], {}),
);

test.each([
  ['the beginning', `it began with ${LONG.slice(0, 12)}`, 'it began with ‹›'],
  ['a longer beginning', `${LONG.slice(0, 17)}.`, '‹›.'],
  ['the end', `it ended with ${LONG.slice(-12)}`, 'it ended with ‹›'],
  ['a longer end', `x${LONG.slice(-15)}`, 'x‹›'],
  ['the end in base64', base64(`ends ${LONG.slice(-14)}`), /^.{0,8}‹›=*$/],
  ['fewer characters', `it began with ${LONG.slice(0, 8)}`, `it began with ${LONG.slice(0, 8)}`],
])('%s of a random value', (_part, text, expected) => {
  expect(conceal(text, find)).toMatch(
    typeof expected === 'string' ? new RegExp(`^${expected.replaceAll('.', '\\.')}$`) : expected,
  );
});

test('unpaired surrogates, NUL and hostile escapes are read without a crash, in bounded time', () => {
  const started = performance.now();
  for (const text of [
    '\uD800'.repeat(1_000),
    '\0'.repeat(100_000),
    '%'.repeat(100_000),
    '%25'.repeat(50_000),
    '\\u{110000}\\u{ffffff}',
    '\\'.repeat(100_000),
    '&#'.repeat(50_000),
    '&#99999999;',
    `=\n${'=3D'.repeat(30_000)}`,
    LONG.slice(0, 11).repeat(10_000),
    base64(LONG.slice(0, 6)).repeat(10_000),
  ]) {
    expect(() => find(text)).not.toThrow();
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
