import { decodeEntities } from '../http/html-entities.ts';

/** The decoded text of a part of an encoded run, and where in the run it begins and ends. */
type Unit = readonly [text: string, from: number, to: number];

/** One way to encode text. */
export interface Layer {
  /** Finds the encoded runs. */
  readonly pattern: RegExp;
  readonly units: (run: string) => readonly Unit[];
  /** Whether the layer packs whole values; then the text between the runs is left out. */
  readonly packs: boolean;
}

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
  packs: false,
  units: (run) => {
    const bytes = bytesOf(run.length / 3, (index) => run.slice(index * 3 + 1, index * 3 + 3));
    return textUnits(
      bytes,
      (index) => index * 3,
      (index) => index * 3 + 3,
    );
  },
};

/** RFC 8259 section 7; JavaScript's `\x41`; Markdown's backslash before punctuation. */
export const BACKSLASH: Layer = {
  pattern: /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[bfnrt!-/:-@[-`{-~])/g,
  packs: false,
  units: (run) => {
    const kind = run.charAt(1);
    const text =
      run.length > 2
        ? String.fromCharCode(Number.parseInt(run.slice(2), 16))
        : (CONTROLS[kind] ?? kind);
    return [[text, 0, run.length]];
  },
};

/** HTML standard, "character references". */
export const ENTITY: Layer = {
  pattern: /&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,9});/g,
  packs: false,
  units: (run) => [[decodeEntities(run), 0, run.length]],
};

/**
 * RFC 4648 sections 4 and 5. A run may begin with characters that are no part of the encoding, so
 * each phase begins one character later.
 */
const BASE64: readonly Layer[] = [0, 1, 2, 3].map((phase) => ({
  pattern: /[A-Za-z0-9+/_-]{8,}/g,
  packs: true,
  units: (run) => {
    const bytes = base64Bytes(run, phase);
    const charOf = (index: number): number => phase + Math.floor((index * 4) / 3);
    return textUnits(bytes, charOf, (index) => charOf(index) + 2);
  },
}));

/** RFC 4648 section 8. */
const HEX: readonly Layer[] = [0, 1].map((phase) => ({
  pattern: /[0-9a-fA-F]{12,}/g,
  packs: true,
  units: (run) => {
    const pair = (index: number): number => phase + index * 2;
    const count = Math.floor((run.length - phase) / 2);
    const bytes = bytesOf(count, (index) => run.slice(pair(index), pair(index) + 2));
    return textUnits(bytes, pair, (index) => pair(index) + 2);
  },
}));

/** Encodings in which a value travels as a whole. */
export const PACKINGS: readonly Layer[] = [...BASE64, ...HEX];

function bytesOf(length: number, digits: (index: number) => string): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(digits(index), 16));
}

function base64Bytes(run: string, phase: number): Uint8Array {
  const bytes = new Uint8Array(Math.floor(((run.length - phase) * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = phase; index < run.length; index += 1) {
    bits = ((bits << 6) | sextet(run.charCodeAt(index))) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
}

/** The value of a character of either alphabet. */
function sextet(code: number): number {
  if (code >= 0x61) return code - 0x61 + 26;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52;
  return code === 0x2b || code === 0x2d ? 62 : 63;
}

/** Bytes as characters: UTF-8 where they are that, else Latin-1. */
function textUnits(
  bytes: Uint8Array,
  from: (index: number) => number,
  to: (index: number) => number,
): readonly Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    const text =
      length === 1
        ? String.fromCharCode(bytes[index] ?? 0)
        : new TextDecoder().decode(bytes.subarray(index, index + length));
    units.push([text, from(index), to(index + length - 1)]);
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
