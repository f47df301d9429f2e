import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from './recordings.ts';
import { redactorOf } from './redacted-texts.ts';
import { base64, secret } from './secrets.ts';

const twice = (text: string): string => encodeURIComponent(encodeURIComponent(text));

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const json = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Every encoding of a value in a report. */
const ENCODINGS: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  percent: encodeURIComponent,
  'percent, lower case': (value) =>
    encodeURIComponent(value).replace(/%../g, (code) => code.toLowerCase()),
  'percent twice': twice,
  form: (value) => new URLSearchParams({ '': value }).toString().slice(1),
  'every byte percent-encoded': (value) => Buffer.from(value).toString('hex').replace(/../g, '%$&'),
  base64,
  'base64, percent-encoded': (value) => encodeURIComponent(base64(value)),
  'base64 behind one byte': (value) => base64(`:${value}`),
  'base64 behind two bytes': (value) => base64(`a:${value}`),
  base64url: (value) => Buffer.from(value).toString('base64url'),
  hex: (value) => Buffer.from(value).toString('hex'),
  HEX: (value) => Buffer.from(value).toString('hex').toUpperCase(),
  json,
  'json in json': (value) => json(json(value)),
  html,
  'html in json': (value) => json(html(value)),
  'percent in html': (value) => html(encodeURIComponent(value)),
};

/** Every place of a value in a recording. */
const PLACES: Readonly<Record<string, (value: string) => Exchange>> = {
  query: (value) =>
    exchange({ url: `https://app.example.com/cb?code=${encodeURIComponent(value)}` }),
  fragment: (value) =>
    exchange({ url: `https://app.example.com/cb#access_token=${encodeURIComponent(value)}` }),
  'form body': (value) =>
    exchange({ body: new URLSearchParams({ client_secret: value }).toString() }),
  'json body': (value) => exchange({ text: JSON.stringify({ data: [{ refreshToken: value }] }) }),
  'damaged json': (value) =>
    exchange({
      text: `{"access_token": ${JSON.stringify(value.replaceAll('\\', '').replaceAll('"', ''))}`,
    }),
  bearer: (value) => exchange({ headers: [`Authorization: Bearer ${value}`] }),
  basic: (value) => exchange({ headers: [`Authorization: Basic ${base64(`client:${value}`)}`] }),
  cookie: (value) => exchange({ headers: [`Cookie: sid=${encodeURIComponent(value)}`] }),
  'set-cookie': (value) =>
    exchange({ answer: [`Set-Cookie: sid=${encodeURIComponent(value)}; Path=/`] }),
  'api key': (value) => exchange({ headers: [`X-Api-Key: ${value}`] }),
  location: (value) => exchange({ answer: [`Location: /cb?state=${encodeURIComponent(value)}`] }),
  referer: (value) =>
    exchange({ headers: [`Referer: https://app.example.com/?nonce=${encodeURIComponent(value)}`] }),
  'nested URL': (value) =>
    exchange({
      url: `https://as.example.com/a?redirect_uri=${encodeURIComponent(`https://app.example.com/?session_state=${encodeURIComponent(value)}`)}`,
    }),
  userinfo: (value) => exchange({ url: `https://me:${encodeURIComponent(value)}@as.example.com/` }),
  'hidden input': (value) =>
    exchange({ text: `<form><input type="hidden" name="x" value="${html(value)}"></form>` }),
  multipart: (value) =>
    exchange({
      headers: ['Content-Type: multipart/form-data; boundary=b1'],
      body: `--b1\r\nContent-Disposition: form-data; name="code_verifier"\r\n\r\n${value}\r\n--b1--`,
    }),
  'state of base64 JSON': (value) =>
    exchange({
      url: `https://as.example.com/a?x=${encodeURIComponent(base64(JSON.stringify({ csrf: value })))}`,
    }),
};

/** Values whose own escapes are undone together with those around them. */
const WITH_ESCAPES: readonly [string][] = [
  ['s3aaa\\%aaaaaaaa<bcdZq'],
  ['s3\\%41bcd%2541efg"&ltZq'],
  ['s3ab\\&#65cd%41\\"efghijZq'],
];

describe('no planted secret survives', () => {
  for (const [place, plant] of Object.entries(PLACES)) {
    test(`from a ${place}`, async () => {
      await fc.assert(
        fc.asyncProperty(secret, async (raw) => {
          const value =
            place === 'damaged json' ? raw.replace(/["\\]/g, '') : raw.replace(/[;,]/g, '');
          const { redact, linesWithLeaks } = await redactorOf([plant(value)]);
          const texts = Object.values(ENCODINGS).map((encode) => `before ${encode(value)} after`);
          const redacted = texts.map(redact);
          for (const text of redacted) {
            expect(text).toMatch(/^before .*‹[a-z-]+-\d+›.* after$/);
            // The edge of base64 also has a few bits of its neighbours.
            const left = text.replace(/‹[^›]*›/g, '').replace(/^before | after$/g, '');
            expect(left.length).toBeLessThan(8);
          }
          expect(linesWithLeaks(texts)).toEqual(texts.map((_, index) => index + 1));
          expect(linesWithLeaks(redacted)).toEqual([]);
        }),
        { numRuns: 15 + WITH_ESCAPES.length, examples: [...WITH_ESCAPES] },
      );
    });
  }
});
