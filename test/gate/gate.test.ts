import { describe, expect, test } from 'vitest';
import { findLeaks, type SoughtValue } from '../../src/gate/gate.ts';

const RANDOM = 'SplxlOBeZQQYbYS6WxSbIA';
const SPECIAL = 's3cr&t="<a b>/é😀\'\\+%x';
const sought = (value: string, more: Partial<SoughtValue> = {}): SoughtValue => ({
  name: '‹code-1›',
  value,
  names: ['code'],
  isWord: false,
  ...more,
});
const encodingsOf = (text: string, ...values: SoughtValue[]): readonly string[] =>
  findLeaks(text, values).map(({ encoding }) => encoding);

type Encode = (value: string) => string;
const bytes = (value: string, encoding: BufferEncoding = 'utf8') => Buffer.from(value, encoding);
const swapped = (value: string): Buffer => bytes(value, 'utf16le').swap16();
const percent: Encode = encodeURIComponent;
const everyByte: Encode = (value) =>
  bytes(value).toString('hex').toUpperCase().replace(/../g, '%$&');
const json: Encode = (value) => JSON.stringify(value).slice(1, -1);
const html: Encode = (value) =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const base64: Encode = (value) => bytes(value).toString('base64');
const base64url: Encode = (value) => bytes(value).toString('base64url');
const hex: Encode = (value) => bytes(value).toString('hex');
const units = (value: string, write: (unit: number) => string): string =>
  value
    .split('')
    .map((unit) => write(unit.charCodeAt(0)))
    .join('');
const quotedPrintable: Encode = (value) =>
  [...bytes(value)]
    .map((byte) =>
      byte > 126 || byte < 33 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');

const ONCE: Readonly<Record<string, Encode>> = {
  raw: (value) => value,
  'upper case': (value) => value.toUpperCase(),
  'lower case': (value) => value.toLowerCase(),
  percent,
  'percent, lower case': (value) => percent(value).replace(/%../g, (one) => one.toLowerCase()),
  form: (value) => new URLSearchParams({ '': value }).toString().slice(1),
  'a parameter of a URL': (value) => {
    const url = new URL('https://example.com/');
    url.search = value.replaceAll('%', '%25');
    return url.search.slice(1);
  },
  'every byte percent-encoded': everyByte,
  base64,
  'base64 behind a byte': (value) => base64(`:${value}`),
  'base64 behind two bytes, more follows': (value) => base64(`a:${value}, and more`),
  base64url,
  'base64url behind two bytes': (value) => base64url(`a:${value}.`),
  hex,
  'hex, upper case': (value) => hex(value).toUpperCase(),
  json,
  'json with \\/': (value) => json(value).replaceAll('/', '\\/'),
  'json in ASCII': (value) =>
    units(json(value), (unit) =>
      unit > 126 ? `\\u${unit.toString(16).padStart(4, '0')}` : String.fromCharCode(unit),
    ),
  'json for scripts': (value) =>
    json(value).replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
  'every character as \\u': (value) =>
    units(value, (unit) => `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`),
  html,
  'html by decimal numbers': (value) => units(value, (unit) => `&#${unit};`),
  'html by hexadecimal numbers': (value) => units(value, (unit) => `&#x${unit.toString(16)};`),
  'quoted-printable': quotedPrintable,
  'UTF-16LE in base64': (value) => bytes(value, 'utf16le').toString('base64'),
  'UTF-16BE in base64': (value) => swapped(value).toString('base64'),
  'UTF-16LE in hex': (value) => bytes(value, 'utf16le').toString('hex'),
  'UTF-16BE in hex': (value) => swapped(value).toString('hex').toUpperCase(),
};
const TWICE: Readonly<Record<string, Encode>> = {
  'percent twice': (value) => percent(percent(value)),
  'percent three times': (value) => percent(percent(percent(value))),
  'every byte, twice': (value) => percent(everyByte(value)),
  'json in json': (value) => json(json(value)),
  'html in json': (value) => json(html(value)),
  'json in html': (value) => html(json(value)),
  'percent in html': (value) => html(percent(value)),
  'percent in json': (value) => json(percent(value)),
  'base64 in base64': (value) => base64(base64(value)),
  'base64 in a URL': (value) => percent(base64(`${value}?>`)),
  'percent in base64url': (value) => base64url(`x=${percent(value)}&`),
  'json in base64': (value) => base64(JSON.stringify({ a: value })),
  'hex in base64': (value) => base64(hex(value)),
  'base64 in hex': (value) => hex(base64(value)),
};
const NON_ASCII_CASES = new Set(['upper case']);

describe('findLeaks finds a value', () => {
  for (const [kind, encodings] of [
    ['in one encoding', ONCE],
    ['in two', TWICE],
  ] as const) {
    test.each(Object.entries(encodings))(`${kind}: %s`, (name, encode) => {
      const long = `${RANDOM}.${SPECIAL}.${'0123456789abcdef'.repeat(20)}.${RANDOM}`;
      for (const value of [
        RANDOM,
        'Ana Lima',
        ...(NON_ASCII_CASES.has(name) ? [] : [SPECIAL, long]),
      ]) {
        const leaks = findLeaks(`first line\nthen ${encode(value)} after`, [sought(value)]);
        expect(leaks, value).not.toEqual([]);
        expect(leaks[0]).toMatchObject({ name: '‹code-1›', line: 2 });
        expect(JSON.stringify(leaks)).not.toContain(value);
      }
    });
  }

  test('at its place', () => {
    const text = `{\n  "a": "${RANDOM}"\n}`;
    expect(findLeaks(text, [sought(RANDOM)])).toEqual([
      { name: '‹code-1›', encoding: 'as it is', line: 2, column: 9 },
    ]);
    expect(encodingsOf(percent(base64(SPECIAL)), sought(SPECIAL))).toEqual([
      'base64, percent-encoded',
    ]);
  });

  test('and names the encoding of all of it', () => {
    const value = '-K8_w*G|*lJ(i2él1 hH$WR!-éN';
    expect(encodingsOf(base64(base64(value)), sought(value))).toEqual(['base64, base64']);
    const latin = bytes(value, 'latin1').toString('base64');
    expect(encodingsOf(latin, sought(value))).toEqual(['ISO 8859-1 in base64']);
  });

  test.each([0, 1, 2, 3, 4, 5])('in a file that a page embeds, %i bytes later', (bytesBefore) => {
    const body = JSON.stringify({ access_token: RANDOM, quoted: SPECIAL });
    const entry = { url: `https://a.test/?x=${percent(percent(SPECIAL))}`, text: body };
    const har = ' '.repeat(bytesBefore) + JSON.stringify({ log: { entries: [entry] } });
    const page = `<a download="a.har" href="data:application/json;base64,${base64(har)}">HAR</a>`;
    expect(findLeaks(page, [sought(RANDOM)])).toHaveLength(1);
    expect(findLeaks(page, [sought(SPECIAL)])).toHaveLength(2);
  });

  test('over soft line breaks of quoted-printable and wrapped lines of base64', () => {
    const soft = `Dear ${quotedPrintable(SPECIAL).slice(0, 9)}=\r\n${quotedPrintable(SPECIAL).slice(9)}`;
    const mail = base64(`${'x'.repeat(50)}${RANDOM}${'y'.repeat(60)}`);
    const wrapped = mail.replace(/.{76}/g, '$&\r\n');
    for (const write of [(text: string) => text, JSON.stringify, percent]) {
      expect(findLeaks(write(soft), [sought(SPECIAL)])).toHaveLength(1);
      expect(findLeaks(write(wrapped), [sought(RANDOM)])).toHaveLength(1);
    }
    expect(findLeaks(wrapped, [sought(RANDOM)])).toMatchObject([{ line: 1 }]);
  });

  test('by the first or last characters of a random one', () => {
    expect(encodingsOf(`code ${RANDOM.slice(0, 12)}… is unknown`, sought(RANDOM))).toEqual([]);
    const long = 'k7Xq2mVt9RfLz4Wp8Yb3Nc6Hd';
    for (const part of [long.slice(0, 14), long.slice(-13)]) {
      expect(encodingsOf(`code ${part}… is unknown`, sought(long))).toHaveLength(1);
      expect(encodingsOf(base64(`code ${part}`), sought(long))).toHaveLength(1);
    }
  });
});

describe('findLeaks leaves alone', () => {
  const jwt = `${base64url('{"alg":"RS256","kid":"k1"}')}.${base64url('{"iss":"https://as.test","sub":"a"}')}.${RANDOM}`;

  const texts: readonly (readonly [string, string, SoughtValue])[] = [
    ['another token with the same head', `${jwt.slice(0, -8)}zzzzzzzz`, sought(jwt)],
    ['the head of a token', jwt.slice(0, 40), sought(jwt)],
    ['a short value inside a longer word', 'a catalog of cats', sought('talo')],
    ['a value of three characters', 'a cat', sought('cat')],
    [
      'what ends like a readable value',
      base64url('x".com/cb"}'),
      sought(base64url('{"to":"https://a.test.com/cb"}')),
    ],
    [
      'what ends like a readable value with letters beyond ASCII',
      base64(': é€😀 and more'),
      sought(base64(':kq7Zr2Vw é€😀😀😀 and more')),
    ],
    ...[1, 2, 3].map(
      (letters) =>
        [
          `what begins like a long readable value with ${letters} more letters`,
          base64('<samlp:Res'),
          sought(base64(`<samlp:Response>${'<a>b</a>'.repeat(200)}${'x'.repeat(letters)}`)),
        ] as const,
    ),
    ...[0, 1, 2, 3].map(
      (cut) =>
        [
          `what begins like readable base64 that lost ${cut} characters`,
          base64('a: é€😀😀 and').slice(cut),
          sought(base64('a: é€😀😀 and kq7Zr2Vw"}').slice(cut)),
        ] as const,
    ),
  ];

  test.each(texts)('%s', (_, text, value) => {
    expect(findLeaks(text, [value])).toEqual([]);
  });
});

describe('a value that may be a word', () => {
  const word = sought('Keep', { names: ['username', 'sid'], isWord: true });

  test.each([
    'username=Keep&a=b',
    'Cookie: a=b; sid=Keep',
    'username: Keep',
    '{"username":"Keep"}',
    '{"username": "keep"}',
    '{"name":"sid","value":"Keep"}',
    '{\n  "name": "sid",\n  "value": "Keep"\n}',
    String.raw`{"text":"{\"username\":\"Keep\"}"}`,
    percent('username=Keep'),
    percent(percent('a=b&username=Keep')),
    html('"username":"Keep"'),
    base64('{"username":"Keep"}'),
    base64('x: username=Keep&b=c'),
  ])('counts in %s', (text) => {
    expect(findLeaks(text, [word])).toHaveLength(1);
  });

  test.each([
    'Keep the code for the token request.',
    '{"kind": "Keep", "flows": ["Keep"]}',
    'nosid=Keep',
    'sid=Keeper',
    'sid=Keep-alive',
    'Connection: keep-alive',
    'username is missing. Keep it.',
  ])('does not count in %s', (text) => {
    expect(findLeaks(text, [word])).toEqual([]);
  });

  test('a claim `name` is no name of a header', () => {
    const name = sought('date', { names: ['name'], isWord: true });
    expect(findLeaks('{"name": "Date", "value": "Thu, 01 Jan"}', [name])).toEqual([]);
    expect(findLeaks('{"name": "Date", "email": "x"}', [name])).toHaveLength(1);
  });
});
