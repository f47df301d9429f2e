type Encode = (value: string) => string;

const bytes = (value: string): Buffer => Buffer.from(value);
const json: Encode = (value) => JSON.stringify(value).slice(1, -1);
const html: Encode = (value) =>
  value.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`).replaceAll('&#38;', '&amp;');
const every = (value: string, write: (unit: number) => string): string =>
  value
    .split('')
    .map((unit) => write(unit.charCodeAt(0)))
    .join('');
const base64 = (value: string, before = '', after = ''): string =>
  bytes(`${before}${value}${after}`).toString('base64');
const percent: Encode = encodeURIComponent;
const quotedPrintable: Encode = (value) =>
  [...bytes(value)]
    .map((byte) =>
      byte > 126 || byte < 32 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');

/** Ways in which a program or a person writes a value of a recording somewhere else. */
export const ENCODINGS = {
  raw: (value) => value,
  percent,
  'percent, lower case': (value) => percent(value).replace(/%../g, (one) => one.toLowerCase()),
  'percent twice': (value) => percent(percent(value)),
  'percent three times': (value) => percent(percent(percent(value))),
  form: (value) => new URLSearchParams({ '': value }).toString().slice(1),
  'every byte percent-encoded': (value) => bytes(value).toString('hex').replace(/../g, '%$&'),
  base64: (value) => base64(value),
  'base64 behind one byte': (value) => base64(value, ':', ' and more'),
  'base64 behind two bytes': (value) => base64(value, 'a:', '.'),
  base64url: (value) => bytes(`${value}??`).toString('base64url'),
  hex: (value) => bytes(value).toString('hex'),
  'hex, upper case': (value) => bytes(value).toString('hex').toUpperCase(),
  json,
  'json with numbers': (value) =>
    every(value, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
  'json in json': (value) => json(json(value)),
  html,
  'html with numbers': (value) =>
    [...value].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
  'quoted-printable': quotedPrintable,
  'quoted-printable over two lines': (value) => {
    const written = quotedPrintable(value);
    const half = written.length >> 1;
    const cut = half - (/=.?$/.exec(written.slice(0, half))?.[0].length ?? 0);
    return `${written.slice(0, cut)}=\r\n${written.slice(cut)}`;
  },
  'UTF-16 in base64': (value) => Buffer.from(value, 'utf16le').toString('base64'),
  'upper case': (value) => value.toUpperCase(),
  'lower case': (value) => value.toLowerCase(),
  'percent in base64': (value) => base64(percent(value), 'value='),
  'base64 in percent': (value) => percent(base64(value, '', '?>')),
  'json in base64': (value) => base64(JSON.stringify({ id: value })),
  'base64 in base64': (value) => base64(base64(value)),
  'json in percent': (value) => percent(JSON.stringify({ id: value })),
  'base64 in hex': (value) => bytes(base64(value)).toString('hex'),
} satisfies Readonly<Record<string, Encode>>;

export type EncodingName = keyof typeof ENCODINGS;
export const ENCODING_NAMES = Object.keys(ENCODINGS) as readonly EncodingName[];
