import { latinText } from '../http/base64.ts';
import type { ByteGrams } from './byte-grams.ts';
import { textUnits } from './layers.ts';
import type { Reading } from './readings.ts';

/** A part of the original text. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** Base64 may be broken into lines (RFC 2045 section 6.8). */
const RUN = /[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]+)*/g;
const NONE = 255;
/** Values of the characters of base64 and base64url, and of hexadecimal digits. */
const SEXTETS = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
SEXTETS[0x2d] = 62;
SEXTETS[0x5f] = 63;
const NIBBLES = valuesOf('0123456789abcdef');
for (const digit of 'ABCDEF') NIBBLES[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(NONE);
  [...alphabet].forEach((character, value) => {
    values[character.charCodeAt(0)] = value;
  });
  return values;
}

/**
 * Readings of the base64 and hexadecimal text that may hold a value, and of text in UTF-16.
 * `isKnown`: a part of the text that is a value as it stands is not read again.
 */
export function* packedReadings(
  reading: Reading,
  grams: ByteGrams,
  isKnown: (part: Part) => boolean,
): Generator<Reading> {
  const { text } = reading;
  for (const { 0: written, index } of text.matchAll(RUN)) {
    if (isKnown({ start: index, end: index + written.length })) continue;
    const positions = written.includes('\n') ? unbroken(written) : null;
    const run = positions === null ? written : written.replace(/\r?\n/g, '');
    const place = (at: number): number => index + (positions?.[at] ?? at);
    const phases = phasesOf(run, grams);
    for (let phase = 0; phase < 4; phase += 1) {
      if (phases & (1 << phase)) yield base64Reading(reading, run, phase, place);
    }
    for (let phase = 0; phase < 2; phase += 1) {
      if (phases & (16 << phase)) yield hexReading(reading, run, phase, place);
    }
  }
  if (text.includes('\0')) yield* wideReadings(reading);
}

/** Positions of the characters that are no line breaks. */
function unbroken(run: string): readonly number[] {
  const positions: number[] = [];
  for (let at = 0; at < run.length; at += 1) if (!/[\r\n]/.test(run.charAt(at))) positions.push(at);
  return positions;
}

/** The alignments in which a run may hold a value: bits 0 to 3 for base64, 4 and 5 for digits. */
function phasesOf(run: string, grams: ByteGrams): number {
  let found = 0;
  let sextets = 0;
  let [high, low, digits] = [0, 0, 0];
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    sextets = ((sextets << 6) | (SEXTETS[code] ?? 0)) & 0xffffff;
    if (at >= 3 && grams.beginsWith(sextets)) {
      const next =
        ((SEXTETS[run.charCodeAt(at + 1)] ?? 0) << 2) |
        ((SEXTETS[run.charCodeAt(at + 2)] ?? 0) >> 4);
      if (at + 2 < run.length && grams.has(sextets, next & 0xff)) found |= 1 << ((at - 3) & 3);
    }
    const nibble = NIBBLES[code] ?? NONE;
    if (nibble === NONE) {
      digits = 0;
      continue;
    }
    digits += 1;
    high = ((high << 4) | (low >>> 4)) & 0xffffff;
    low = ((low << 4) | nibble) & 0xff;
    if (digits >= 8 && grams.beginsWith(high) && grams.has(high, low))
      found |= 16 << ((at - 7) & 1);
  }
  return found;
}

function base64Reading(
  outer: Reading,
  run: string,
  phase: number,
  place: (at: number) => number,
): Reading {
  const bytes = new Uint8Array(((run.length - phase) * 6) >> 3);
  let bits = 0;
  let held = 0;
  let count = 0;
  for (let at = phase; at < run.length; at += 1) {
    bits = ((bits << 6) | (SEXTETS[run.charCodeAt(at)] ?? 0)) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[count] = (bits >> held) & 0xff;
    count += 1;
  }
  const charOf = (byte: number): number => phase + Math.floor((byte * 4) / 3);
  return bytesReading(
    outer,
    bytes,
    (byte) => place(charOf(byte)),
    (byte) => place(charOf(byte) + 1),
  );
}

function hexReading(
  outer: Reading,
  run: string,
  phase: number,
  place: (at: number) => number,
): Reading {
  const bytes = new Uint8Array((run.length - phase) >> 1);
  for (let byte = 0; byte < bytes.length; byte += 1) {
    const at = phase + byte * 2;
    const high = NIBBLES[run.charCodeAt(at)] ?? NONE;
    const low = NIBBLES[run.charCodeAt(at + 1)] ?? NONE;
    bytes[byte] = high === NONE || low === NONE ? 0 : (high << 4) | low;
  }
  return bytesReading(
    outer,
    bytes,
    (byte) => place(phase + byte * 2),
    (byte) => place(phase + byte * 2 + 1),
  );
}

/** Bytes as text; `first` and `last` say which characters of the outer text a byte is in. */
function bytesReading(
  outer: Reading,
  bytes: Uint8Array,
  first: (byte: number) => number,
  last: (byte: number) => number,
): Reading {
  const isPlain = bytes.every((byte) => byte < 0x80);
  const units = isPlain ? null : textUnits(bytes);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [piece, start, end] of units ?? []) {
    for (let index = 0; index < piece.length; index += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
  return {
    text: units === null ? latinText(bytes) : units.map(([piece]) => piece).join(''),
    packed: true,
    from: (index) => outer.from(first(units === null ? index : (starts[index] ?? index))),
    to: (index) => outer.to(last(units === null ? index : (ends[index] ?? index) - 1)),
  };
}

/** RFC 2781: text whose characters are the bytes of UTF-16, in both orders and alignments. */
function* wideReadings(outer: Reading): Generator<Reading> {
  const { text } = outer;
  for (const phase of [0, 1]) {
    for (const little of [true, false]) {
      const pieces: string[] = [];
      for (let at = phase; at + 1 < text.length; at += 2) {
        const [one, two] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
        const code = little ? one | (two << 8) : (one << 8) | two;
        pieces.push(one > 0xff || two > 0xff ? '\uFFFD' : String.fromCharCode(code));
      }
      yield {
        text: pieces.join(''),
        packed: true,
        from: (index) => outer.from(phase + index * 2),
        to: (index) => outer.to(phase + index * 2 + 1),
      };
    }
  }
}
