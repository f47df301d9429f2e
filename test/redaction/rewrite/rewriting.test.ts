import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESCAPES, unescaped } from '../../../src/redaction/rewrite/escaping.ts';
import { respell } from '../../../src/redaction/rewrite/respell.ts';
import { rewriteBody } from '../../../src/redaction/rewrite/rewrite-body.ts';
import {
  rewriteCookies,
  rewriteSetCookies,
} from '../../../src/redaction/rewrite/rewrite-cookies.ts';
import { rewriteHeader } from '../../../src/redaction/rewrite/rewrite-headers.ts';
import { rewriteJson } from '../../../src/redaction/rewrite/rewrite-json.ts';
import {
  rewriteForm,
  rewriteUrl,
  type UrlWork,
} from '../../../src/redaction/rewrite/rewrite-url.ts';

const same = (text: string): string => text;
const NOTHING: UrlWork = { leaf: (_, value) => value, text: same, host: same, time: same };
/** Replaces the value of every parameter of that name. */
const replacing = (name: string, by: string): UrlWork => ({
  ...NOTHING,
  leaf: (one, value) => (one === name ? by : value),
});

/** Text as a recording may have it: any characters, and halves of some. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.stringMatching(/^[a-z:/?#@&=%+;,."'{}[\]\\ 0-9-]{0,60}$/),
);

describe('what is not replaced stays as it was written', () => {
  it.each([
    ['a URL', (text: string) => rewriteUrl(text, NOTHING)],
    ['a form', (text: string) => rewriteForm(text, NOTHING)],
    ['JSON', (text: string) => rewriteJson(text, NOTHING.leaf)],
    ['cookies', (text: string) => rewriteCookies(text, NOTHING)],
    ['set cookies', (text: string) => rewriteSetCookies(text, NOTHING)],
    [
      'a header',
      (text: string) => rewriteHeader({ name: 'Authorization', value: text }, NOTHING).value,
    ],
    ['a body', (text: string) => (rewriteBody({ text }, [], NOTHING) as { text: string }).text],
  ])('%s', (_, rewrite) => {
    fc.assert(
      fc.property(anyText, (text) => rewrite(text) === text),
      { numRuns: 500 },
    );
  });
});

describe('one value in a structure', () => {
  it.each([
    [
      'https://as.example.com/a%2fb?x=%7e&code=OLD&y=1+2#f',
      'https://as.example.com/a%2fb?x=%7e&code=NEW&y=1+2#f',
    ],
    ['app://callback?code=OLD', 'app://callback?code=NEW'],
    ['https://app.example.com/#/cb?code=OLD&b', 'https://app.example.com/#/cb?code=NEW&b'],
    ['/cb?a&code=OLD', '/cb?a&code=NEW'],
  ])('of the URL %s', (url, expected) => {
    expect(rewriteUrl(url, replacing('code', 'NEW'))).toBe(expected);
  });

  it('of a URL, in the encoding that it has there', () => {
    const url = 'https://a.example/?code=%61%2f%2B+x';
    expect(rewriteUrl(url, replacing('code', 'b/+ y'))).toBe('https://a.example/?code=%62%2f%2B+y');
  });

  it('of user information', () => {
    const url = 'https://jane:old%40@a.example/';
    expect(rewriteUrl(url, replacing('password', 'new@'))).toBe('https://jane:new%40@a.example/');
  });

  it('of JSON, whose white space and order stay', () => {
    const json = '{ "a" :\t1,\n "code": "O\\u004cD\\/", "l":["x", {"code":"y"}] }';
    expect(rewriteJson(json, (name, value) => (name === 'code' ? `<${value}>` : value))).toBe(
      '{ "a" :\t1,\n "code": "<O\\u004cD\\/>", "l":["x", {"code":"<y>"}] }',
    );
  });

  it('of JSON that is no string', () => {
    const numbers = (name: string, value: string) => (name === 'sub' ? '999' : value);
    expect(rewriteJson('{"sub":12345,"n":[1,2]}', numbers)).toBe('{"sub":999,"n":[1,2]}');
  });

  it('of a cookie, whose attributes stay', () => {
    const work = replacing('sid', 'new');
    expect(rewriteCookies('a=1; sid=old ;b="2"', work)).toBe('a=1; sid=new ;b="2"');
    expect(rewriteSetCookies('sid=old; Path=/; Max-Age=60; HttpOnly', work)).toBe(
      'sid=new; Path=/; Max-Age=60; HttpOnly',
    );
  });

  it('of a multipart body', () => {
    const text = '--b\r\nContent-Disposition: form-data; name="code"\r\n\r\nold\r\n--b--\r\n';
    const headers = [{ name: 'Content-Type', value: 'multipart/form-data; boundary=b' }];
    expect(rewriteBody({ text }, headers, replacing('code', 'new'))).toEqual({
      text: text.replace('old', 'new'),
    });
  });

  it('of a form in HTML', () => {
    const html = '<form><input type="hidden" name=\'code\' value="a&amp;b"></form>';
    expect(rewriteBody({ text: html }, [], replacing('code', 'c&d'))).toEqual({
      text: html.replace('a&amp;b', 'c&amp;d'),
    });
  });
});

describe('a stand-in is written as its value was', () => {
  const VALUE = 'a/b+c d"Xq2Zt7Vw1n';
  const STAND_IN = 'k/m+p r"Yw9Ub4Sd3e';

  it.each([
    ['percent-encoded', encodeURIComponent],
    ['percent-encoded twice', (text: string) => encodeURIComponent(encodeURIComponent(text))],
    ['a form', (text: string) => new URLSearchParams({ a: text }).toString().slice(2)],
    ['JSON', (text: string) => JSON.stringify(text).slice(1, -1)],
    [
      'JSON in JSON',
      (text: string) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
    ],
    ['HTML', (text: string) => text.replaceAll('"', '&quot;')],
    ['base64', (text: string) => btoa(text)],
    [
      'base64url',
      (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    ],
    ['hexadecimal', (text: string) => Buffer.from(text).toString('hex')],
    ['upper case', (text: string) => text.toUpperCase()],
    ['its beginning', (text: string) => text.slice(0, 9)],
    ['its end', (text: string) => text.slice(-9)],
  ])('%s', (_, write) => {
    expect(respell(write(VALUE), VALUE, STAND_IN)).toBe(write(STAND_IN));
  });

  it.each(ESCAPES.map((manner, index) => [index, manner] as const))(
    'in the manner %i, which decodes to it again, for any text',
    (_, manner) => {
      const like = unescaped(manner, '%41&amp;\\u0041%2f\\"') ?? [];
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          const written = manner.encode(text, like);
          const units = unescaped(manner, written);
          expect(units?.map((unit) => unit.text).join('') ?? written).toBe(text);
        }),
      );
    },
  );
});
