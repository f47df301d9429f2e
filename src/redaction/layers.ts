import { decodeEntities } from '../http/html-entities.ts';

/** The decoded text of a part of an encoded run, and where in the run it begins and ends. */
type Unit = readonly [text: string, from: number, to: number];

/** One way to escape characters. */
export interface Layer {
  /** Finds the encoded runs. */
  readonly pattern: RegExp;
  readonly units: (run: string) => readonly Unit[];
}

/** A decoded text, and the runs in it that were encoded: where each stands now, and where it stood. */
export interface Units {
  readonly text: string;
  readonly at: readonly number[];
  readonly size: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const UTF8 = new TextDecoder();
const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** RFC 3986 section 2.1. */
export const PERCENT: Layer = {
  pattern: /(?:%[0-9a-fA-F]{2})+/g,
  units: percentUnits,
};

/** RFC 8259 section 7; JavaScript's `\x41`; Markdown's backslash before punctuation. */
export const BACKSLASH: Layer = {
  pattern: /\\(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}|[bfnrt!-/:-@[-`{-~])/g,
  units: (run) => {
    const kind = run.charAt(1);
    if (run.length === 2) return [[CONTROLS[kind] ?? kind, 0, 2]];
    const point = Number.parseInt(run.slice(2).replace('{', ''), 16);
    return [[point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point), 0, run.length]];
  },
};

/** HTML standard, "character references". */
export const ENTITY: Layer = {
  pattern: /&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,9});/g,
  units: (run) => [[decodeEntities(run), 0, run.length]],
};

const LAYERS = [PERCENT, BACKSLASH, ENTITY];
const SIGN = /[%\\&]/;
const anyOf = (layers: readonly Layer[]): RegExp =>
  new RegExp(layers.map(({ pattern }) => pattern.source).join('|'), 'g');
const ANY = anyOf(LAYERS);
/** Any one of the layers, any two, and all. */
const SOME = [1, 2, 3, 4, 5, 6, 7].map((bits) =>
  anyOf(LAYERS.filter((_, index) => (bits & (1 << index)) !== 0)),
);

/** One level of percent-encoding, backslashes and character references undone; null without any. */
export function unescapedOnce(text: string): Units | null {
  return SIGN.test(text) ? decoded(text, ANY, layerOf) : null;
}

/**
 * What becomes of the escapes inside a value when one level of escapes around it is undone: those of
 * other kinds are undone too, and those of the same kind are escaped themselves.
 */
export function unescapedPartly(value: string): readonly string[] {
  if (!SIGN.test(value)) return [];
  return SOME.map((pattern) => decoded(value, pattern, layerOf)?.text ?? value);
}

function layerOf(run: string): Layer {
  if (run.startsWith('%')) return PERCENT;
  return run.startsWith('&') ? ENTITY : BACKSLASH;
}

/** RFC 2045 section 6.7: `=3D` for a byte, and nothing for a line that was broken. */
export const QUOTED: Layer = {
  pattern: /(?:=[0-9A-F]{2}|=\r?\n)+/g,
  units: (run) => {
    const at = [...run.matchAll(/=[0-9A-F]{2}/g)].map(({ index }) => index);
    if (at.length === 0) return [['', 0, run.length]];
    const bytes = bytesOf(at.length, (index) =>
      run.slice((at[index] ?? 0) + 1, (at[index] ?? 0) + 3),
    );
    return textUnits(bytes).map(([text, start, end]) => [
      text,
      start === 0 ? 0 : (at[start] ?? 0),
      at[end] ?? run.length,
    ]);
  },
};
const IS_QUOTED = /=(?:\r?\n|3D|0[9AD]|[89A-F][0-9A-F]=)/;

/** Quoted-printable undone; null for text without a sign of it. */
export function unquoted(text: string): Units | null {
  return IS_QUOTED.test(text) ? decoded(text, QUOTED.pattern, () => QUOTED) : null;
}

function decoded(text: string, pattern: RegExp, layer: (run: string) => Layer): Units | null {
  const pieces: string[] = [];
  const [at, size, from, to]: [number[], number[], number[], number[]] = [[], [], [], []];
  let length = 0;
  let done = 0;
  for (const { 0: run, index: start } of text.matchAll(pattern)) {
    pieces.push(text.slice(done, start));
    length += start - done;
    for (const [piece, first, last] of layer(run).units(run)) {
      pieces.push(piece);
      at.push(length);
      size.push(piece.length);
      from.push(start + first);
      to.push(start + last);
      length += piece.length;
    }
    done = start + run.length;
  }
  if (done === 0) return null;
  pieces.push(text.slice(done));
  return { text: pieces.join(''), at, size, from, to };
}

function percentUnits(run: string): readonly Unit[] {
  const bytes = bytesOf(run.length / 3, (index) => run.slice(index * 3 + 1, index * 3 + 3));
  return textUnits(bytes).map(([text, start, end]) => [text, start * 3, end * 3]);
}

function bytesOf(length: number, digits: (index: number) => string): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(digits(index), 16));
}

/** Bytes as characters, UTF-8 where they are that, else Latin-1, and which bytes each is made of. */
export function textUnits(bytes: Uint8Array): readonly Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    const text =
      length === 1
        ? String.fromCharCode(bytes[index] ?? 0)
        : UTF8.decode(bytes.subarray(index, index + length));
    units.push([text, index, index + length]);
    index += length;
  }
  return units;
}

/** RFC 3629 section 4: bytes of the character that begins here; 1 for what is no UTF-8. */
function sequenceLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[start + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 1;
  }
  return length;
}
