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
/** Runs of printable characters in decoded bytes: ISO 8859-1 and UTF-8. A shorter one is chance. */
const LATIN = /[\t\n\r -~\u00a0-\u00ff]{6,}/g;
const UTF8 =
  /(?:[\t\n\r -~]|[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}){6,}/g;
const BEYOND_ASCII = /[\u0080-\u009f]/;

type Decoder = (text: string) => string;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Bytes as text: as UTF-8 where they are, and the bytes as characters where not. */
function readable(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? `${bytes.toString('latin1')}\n${utf8}` : utf8;
}

const percentDecoded: Decoder = (text) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    readable(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );

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
  const narrow = text.match(LATIN) ?? [];
  const utf8 = BEYOND_ASCII.test(text) ? (text.match(UTF8) ?? []) : [];
  return [...[...narrow, ...utf8].map((piece) => readable(latin1(piece))), ...wideTexts(bytes)];
}

/** Bytes as UTF-16, where at least a quarter of them is 0. */
function wideTexts(bytes: Buffer): readonly string[] {
  const zeros = bytes.filter((byte) => byte === 0).length;
  if (zeros < 6 || zeros * 4 < bytes.length) return [];
  return [bytes, bytes.subarray(1)].flatMap((one) => [
    one.toString('utf16le'),
    Buffer.from(one.subarray(0, one.length & ~1))
      .swap16()
      .toString('utf16le'),
  ]);
}

/** Characters that can be base64; hexadecimal digits are among them. */
const DIGITS = /[A-Za-z0-9+/_-]{10,}/g;
const HEX_DIGITS = /[0-9a-f]{16,}/gi;

/** What a run of digits hides, from each place where the first byte can begin. */
function unpacked(digits: string): readonly string[] {
  const base64 = [0, 1, 2, 3].map((skipped) => Buffer.from(digits.slice(skipped), 'base64'));
  const hex = (digits.match(HEX_DIGITS) ?? []).flatMap((run) =>
    [0, 1].map((skipped) => Buffer.from(run.slice(skipped), 'hex')),
  );
  return [...base64, ...hex].flatMap(pieces);
}

const DECODERS: readonly Decoder[] = [percentDecoded, unescaped, unmarked, unquoted, unwrapped];

/**
 * What was decoded before, and how deep it was found. The files of one recording say much the same.
 * It is decoded again only where it is less deep.
 */
export interface Known {
  readonly views: Map<string, number>;
  readonly runs: Map<string, number>;
}

/** Nothing is known. */
export function nothingKnown(): Known {
  return { views: new Map(), runs: new Map() };
}

function isKnown(known: Map<string, number>, text: string, depth: number): boolean {
  if ((known.get(text) ?? DEPTH + 1) <= depth) return true;
  known.set(text, depth);
  return false;
}

/** What the runs of digits in a text hide, one piece a line. */
function hiddenIn(text: string, depth: number, { runs }: Known): string {
  const found = (text.match(DIGITS) ?? []).filter((run) => !isKnown(runs, run, depth));
  return found.flatMap(unpacked).join('\n');
}

/** The text and everything that it says in other encodings, without what is known. */
function viewsOf(text: string, known: Known): readonly string[] {
  const views: string[] = [];
  let layer = [text];
  for (let depth = 0; depth <= DEPTH && layer.length > 0; depth += 1) {
    const next: string[] = [];
    for (const view of layer) {
      if (views.length >= MAX_VIEWS || isKnown(known.views, view, depth)) continue;
      views.push(view);
      if (depth === DEPTH) continue;
      next.push(...DECODERS.map((decode) => decode(view)), hiddenIn(view, depth, known));
    }
    layer = next.filter((view) => view.length >= 4);
  }
  return views;
}

/**
 * Which of the values a text shows, in any encoding. With `known`, what was seen in another text is
 * not told again. A form writes `+` for a blank.
 */
export function valuesIn(
  text: string,
  sought: readonly Sought[],
  known: Known = nothingKnown(),
): readonly string[] {
  const needles = sought.flatMap(({ what, value }) => {
    const lower = value.toLowerCase();
    return [...new Set([lower, lower.replaceAll(' ', '+')])].map((one) => ({ what, value: one }));
  });
  const found = new Set<string>();
  for (const view of viewsOf(text, known)) {
    const lower = view.toLowerCase();
    for (const { what, value } of needles) if (lower.includes(value)) found.add(what);
  }
  return [...found];
}
