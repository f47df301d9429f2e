import { base64, base64url, hex } from '../flow/sha256.ts';
import type { Reach } from './reach.ts';

/** A text that gives a value away. */
export interface Pattern {
  readonly text: string;
  /** Counts only where no letter or digit stands next to it. */
  readonly bounded: boolean;
  /** The encoding of a long value, which goes on. */
  readonly open: boolean;
}

const encoder = new TextEncoder();

/** Fewer characters than this of an encoding could be anything. */
const MIN_ENCODED = 8;
/** More bytes than this of a value in another encoding are found by its beginning. */
const MAX_ENCODED = 1_024;

/** Everything that a value may look like once escapes are taken off (see `viewsOf`). */
export function patternsOf(value: string, reach: Exclude<Reach, 'place'>): readonly Pattern[] {
  const bounded = reach === 'word';
  const spelled = new Set([
    value,
    value.replaceAll(' ', '+'),
    value.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' '),
  ]);
  const patterns = [...spelled].map((text) => ({ text, bounded, open: false }));
  const open = value.length > MAX_ENCODED / 4;
  for (const text of new Set(
    [value, percentEncoded(value.slice(0, MAX_ENCODED))].flatMap(encodings),
  )) {
    // Its last character may be shared with what follows, so it has no end of its own.
    if (text.length >= MIN_ENCODED) patterns.push({ text, bounded: false, open });
  }
  if (bounded) patterns.push({ text: base64url(encoder.encode(value)), bounded, open });
  return patterns;
}

function percentEncoded(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    // A lone surrogate has no UTF-8.
    return value;
  }
}

function encodings(value: string): readonly string[] {
  const bytes = encoder.encode(value.slice(0, MAX_ENCODED)).subarray(0, MAX_ENCODED);
  const hexadecimal = hex(bytes);
  const aligned = [0, 1, 2].map((offset) => base64At(bytes, offset));
  return [
    ...aligned,
    ...aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    hexadecimal,
    hexadecimal.toUpperCase(),
  ];
}

/** RFC 4648 section 4, of bytes that begin so far into a group: only what they alone decide. */
function base64At(bytes: Uint8Array, offset: number): string {
  const shifted = new Uint8Array(bytes.length + offset);
  shifted.set(bytes, offset);
  const whole = Math.floor((shifted.length * 8) / 6);
  return base64(shifted).slice(Math.ceil((offset * 8) / 6), whole);
}
