/**
 * Looks for values in a text by decoding it again and again, with what Node has for that. It shares
 * no code with `src`.
 */
export interface Sought {
  readonly what: string;
  readonly value: string;
}

const DEPTH = 4;
const MAX_VIEWS = 400;
/** A run of printable characters in decoded bytes; a shorter one is chance. */
const PRINTABLE = /[\t\n\r -~\u00a0-\u00ff]{6,}/g;

type Decoder = (text: string) => string;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Bytes as text: as UTF-8 where they are, and the bytes as characters where not. */
function readable(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? `${bytes.toString('latin1')}\n${utf8}` : utf8;
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    readable(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );
}

const unescaped: Decoder = (text) =>
  text
    .replace(/\\u\{?([0-9a-f]{4})\}?/gi, (_, unit) =>
      String.fromCharCode(Number.parseInt(unit, 16)),
    )
    .replace(/\\x([0-9a-f]{2})/gi, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .replace(/\\([nrtbf"'\\/])/g, (_, one: string) => ESCAPES[one] ?? one);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const unmarked: Decoder = (text) =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code) => point(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code) => point(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
const point = (code: number): string => (code < 0x110000 ? String.fromCodePoint(code) : '');

const unquoted: Decoder = (text) =>
  text
    .replace(/=(?:\r?\n|(?:\\+r)?\\+n)/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => readable(Buffer.from(run.replaceAll('=', ''), 'hex')));

const unwrapped: Decoder = (text) =>
  text.replace(/(?:\r?\n|(?:\\+r)?\\+n)(?=[A-Za-z0-9+/])/g, (end, at: number) =>
    /^[A-Za-z0-9+/]{60}$/.test(text.slice(Math.max(0, at - 60), at)) ? '' : end,
  );

/** What is printable in bytes that a run of characters may encode. */
function pieces(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1');
  const narrow = text.match(PRINTABLE) ?? [];
  const wide = text.includes('\0') ? (text.replaceAll('\0', '').match(PRINTABLE) ?? []) : [];
  return [...narrow, ...wide].map((piece) => readable(latin1(piece)));
}

const fromBase64: Decoder = (text) =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{10,}/g)]
    .flatMap(([run]) =>
      [0, 1, 2, 3].flatMap((skipped) => pieces(Buffer.from(run.slice(skipped), 'base64'))),
    )
    .join('\n');

const fromHex: Decoder = (text) =>
  [...text.matchAll(/[0-9a-f]{16,}/gi)]
    .flatMap(([run]) => [0, 1].flatMap((skipped) => pieces(Buffer.from(run.slice(skipped), 'hex'))))
    .join('\n');

const DECODERS: readonly Decoder[] = [
  (text) => percentDecoded(text),
  (text) => percentDecoded(text.replaceAll('+', ' ')),
  unescaped,
  unmarked,
  unquoted,
  unwrapped,
  fromBase64,
  fromHex,
];

/** The text and everything that it says in other encodings. `known` are views that were seen before. */
function viewsOf(text: string, known: Set<string>): readonly string[] {
  const views: string[] = [];
  let layer = [text];
  for (let depth = 0; depth <= DEPTH && layer.length > 0; depth += 1) {
    const next: string[] = [];
    for (const view of layer) {
      if (known.has(view) || views.length >= MAX_VIEWS) continue;
      known.add(view);
      views.push(view);
      if (depth < DEPTH) next.push(...DECODERS.map((decode) => decode(view)));
    }
    layer = next.filter((view) => view.length >= 4);
  }
  return views;
}

/** Which of the values a text shows, in any encoding. */
export function valuesIn(
  text: string,
  sought: readonly Sought[],
  known: Set<string> = new Set(),
): readonly string[] {
  const needles = sought.map(({ what, value }) => ({ what, value: value.toLowerCase() }));
  const found = new Set<string>();
  for (const view of viewsOf(text, known)) {
    const lower = view.toLowerCase();
    for (const { what, value } of needles) if (lower.includes(value)) found.add(what);
  }
  return [...found];
}
