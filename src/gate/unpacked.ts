import type { CodeWords } from './code-words.ts';
import type { Layer } from './layer.ts';
import { BASE64, BASE64URL, DIGITS } from './packed.ts';
import type { Units } from './units.ts';

/** In the tables: a character that is no digit. */
const NONE = 255;
/** Shorter runs of digits hide no value. */
const MIN_RUN = 10;
/** Stands between decoded texts: no byte, and no character of a value. */
const GAP = 0xffff;

const SEXTETS = digitsOf(BASE64, BASE64URL);
const NIBBLES = digitsOf(DIGITS.lower, DIGITS.upper);

/** Where decoded texts go, and what happens when there is no more room for them. */
export interface Target {
  readonly layer: Layer;
  readonly flush: () => void;
}

/** The most that decoding some characters gives at once. */
export function roomFor(length: number): number {
  return 4 * length + 8;
}

function digitsOf(...alphabets: readonly Units[]): Uint8Array {
  const table = new Uint8Array(65_536).fill(NONE);
  for (const alphabet of alphabets) {
    for (const [digit, unit] of alphabet.entries()) table[unit] = digit;
  }
  return table;
}

/**
 * Decodes all runs of digits: those that stand together, and those of base64 in which escapes stand
 * for some. `digits` is memory for as many digits as there are characters.
 */
export function unpack(
  { codes, length }: Layer,
  escapes: CodeWords,
  digits: Uint8Array,
  target: Target,
): void {
  const { starts } = escapes;
  let count = 0;
  // Digits from here on stand together. Before it are others of the same run.
  let together = 0;
  for (let at = 0; at <= length; at += 1) {
    const unit = at < length ? (codes[at] as number) : GAP;
    const digit = SEXTETS[unit] as number;
    if (digit !== NONE) {
      digits[count] = digit;
      count += 1;
      continue;
    }
    if (count === 0 && starts[unit] === 0) continue;
    if (count - together >= MIN_RUN) {
      decodeBase64(digits, together, count, target);
      unpackHex(codes, at - (count - together), at, target);
    }
    const read = starts[unit] === 0 ? 0 : escapes.read(codes, at, length);
    if (read > 0) {
      digits[count] = SEXTETS[escapes.unit] as number;
      count += 1;
      together = count;
      at += read - 1;
    } else {
      if (together > 0 && count >= MIN_RUN) decodeBase64(digits, 0, count, target);
      count = 0;
      together = 0;
    }
  }
}

/** Decodes from each bit where a byte can begin, as nobody knows where the first group begins. */
function decodeBase64(digits: Uint8Array, from: number, to: number, target: Target): void {
  if (!target.layer.hasRoom(roomFor(to - from))) target.flush();
  const { codes } = target.layer;
  let { length } = target.layer;
  for (let skipped = 0; skipped < 8; skipped += 2) {
    let bits = 0;
    let pending = -skipped;
    for (let at = from; at < to; at += 1) {
      bits = ((bits << 6) | (digits[at] as number)) & 0xfff;
      pending += 6;
      if (pending < 8) continue;
      pending -= 8;
      codes[length] = (bits >> pending) & 255;
      length += 1;
    }
    codes[length] = GAP;
    length += 1;
  }
  target.layer.length = length;
}

/** Decodes all runs of hexadecimal digits, from the first one and from the second one. */
function unpackHex(codes: Uint16Array, from: number, to: number, target: Target): void {
  let first = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && NIBBLES[codes[at] as number] !== NONE) continue;
    if (at - first >= MIN_RUN) decodeHex(codes, first, at, target);
    first = at + 1;
  }
}

function decodeHex(codes: Uint16Array, from: number, to: number, target: Target): void {
  if (!target.layer.hasRoom(roomFor(to - from))) target.flush();
  for (const first of [from, from + 1]) {
    for (let at = first; at + 1 < to; at += 2) {
      const high = NIBBLES[codes[at] as number] as number;
      target.layer.push((high << 4) | (NIBBLES[codes[at + 1] as number] as number));
    }
    target.layer.push(GAP);
  }
}
