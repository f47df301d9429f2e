import { PACKED, PLAIN } from './windows.ts';

/** A value that must not be in what leaves the machine. */
export interface SoughtValue {
  /** What to call it in a message: the name of its placeholder. */
  readonly name: string;
  readonly value: string;
  /** Parameters, headers, cookies and members that held it. */
  readonly names: readonly string[];
  /** It may be a word of any text, so it only counts beside one of its names. */
  readonly isWord: boolean;
}

/**
 * What is searched for of a value.
 *
 * - `value`: the whole value.
 * - `token`: the whole value, if no letter or digit is beside it.
 * - `named`: the same, if one of its names stands before it.
 * - `pair`: name and value together, which base64 and the like hide.
 * - `start`, `end`: the part of a random value that is enough to recognise it.
 */
type PatternKind = 'value' | 'token' | 'named' | 'pair' | 'start' | 'end';

/** One text to search for, in the encodings that its kind allows. */
export interface Pattern {
  readonly sought: SoughtValue;
  readonly kind: PatternKind;
  readonly text: string;
  /** Where it can be. */
  readonly places: number;
}

/** Where a value and its ends can be: `PLAIN`, `PACKED`, both or 0. */
export interface Places {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Shorter values are in every text. They are left to the redactor. */
const MIN_VALUE = 4;
/** Shorter values can be a part of a longer word by chance. */
const MIN_ANYWHERE = 8;
/** The name of a user can be a part of a longer word: `postgres` is in `org.postgresql`. */
const LETTERS = /^\p{L}{1,16}$/u;
/** The first characters of a GUID can be a time, which other GUIDs share (RFC 9562 section 5.7). */
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const MAX_NAMES = 20;
const UTF8 = new TextDecoder();
/** Bytes of a character that was cut. */
const CUT = /^\ufffd{1,3}|\ufffd{1,3}$/g;
const MIN_READABLE = 16;
const UNREADABLE = /[\0-\x08\x0e-\x1f\x7f\ufffd]/g;
/** So many characters of base64 at either end show whether it hides a text: a multiple of four. */
const SAMPLE = 400;
/** Characters of the end of a value that is enough to recognise it. */
export const END = 12;
const NO_ENDS = { start: false, end: false };

/** Whether a value is long enough to be searched for. */
export function isSought({ value }: SoughtValue): boolean {
  return value.length >= MIN_VALUE;
}

/** Whether a value only counts where no letter or digit is beside it. */
export function isToken({ value, isWord }: SoughtValue): boolean {
  return isWord || value.length < MIN_ANYWHERE || LETTERS.test(value);
}

/** Which ends of a value are enough to recognise it, because they are random. */
export function endsOf(sought: SoughtValue): { readonly start: boolean; readonly end: boolean } {
  const { value } = sought;
  const { length } = value;
  const isOpen = length >= 2 * END && !isToken(sought);
  const [start, end] = isOpen ? [isRandom(value.slice(0, END)), isRandom(value.slice(-END))] : [];
  if ((!start && !end) || GUID.test(value) || isReadable(value)) return NO_ENDS;
  return { start: start === true, end: end === true };
}

/** Everything to search for of a value, where it can be. */
export function* patternsOf(sought: SoughtValue, places: Places): Generator<Pattern> {
  const { value, isWord, names } = sought;
  if (!isToken(sought)) {
    if (places.value > 0) yield { sought, kind: 'value', text: value, places: places.value };
    if (places.start > 0) {
      yield { sought, kind: 'start', text: value.slice(0, END), places: places.start };
    }
    if (places.end > 0) yield { sought, kind: 'end', text: value.slice(-END), places: places.end };
    return;
  }
  if ((places.value & PLAIN) > 0) {
    yield { sought, kind: isWord ? 'named' : 'token', text: value, places: PLAIN };
  }
  if ((places.value & PACKED) > 0) {
    for (const name of names.slice(0, MAX_NAMES)) yield* pairsOf(sought, name);
  }
}

/** A word beside its name, with what ends it, as forms, cookies, JSON and HAR write it. */
function* pairsOf(sought: SoughtValue, name: string): Generator<Pattern> {
  const { value } = sought;
  for (const text of [
    `${name}=${value}&`,
    `${name}=${value};`,
    `${name}=${value}"`,
    `${name}: ${value}"`,
    `"${name}":"${value}"`,
    `"${name}": "${value}"`,
    `"${name}","value":"${value}"`,
    `\\"${name}\\":\\"${value}\\"`,
    `\\"${name}\\": \\"${value}\\"`,
  ]) {
    yield { sought, kind: 'pair', text, places: PACKED };
  }
}

/** Whether no other text has these characters, because they follow no rule. */
function isRandom(part: string): boolean {
  if (!/^[A-Za-z0-9_-]+$/.test(part) || /^eyJ|\d{5}|[a-z]{5}|[A-Z]{5}/.test(part)) return false;
  const changes = part.match(/\d(?=\D)|\D(?=\d)|[a-z](?=[A-Z])|[A-Z](?=[a-z])/g) ?? [];
  return changes.length >= 4 && new Set(part.toLowerCase()).size >= 8;
}

/**
 * Whether base64 hides a text, whose first and last words other texts have too. It may be a part of
 * base64 that begins anywhere in a group of four.
 */
function isReadable(value: string): boolean {
  const run = /^[\w+/-]*/.exec(value)?.[0] ?? '';
  if (run.length < MIN_READABLE || /^[0-9a-f]*$/i.test(run)) return false;
  const last = (run.length - SAMPLE) & ~3;
  const ends = last > SAMPLE ? run.slice(0, SAMPLE) + run.slice(last) : run;
  return [0, 1, 2, 3].some((phase) => {
    const whole = phase + ((ends.length - phase) & ~3);
    const text = decoded(ends.slice(phase, whole)).replace(CUT, '');
    return text !== '' && (text.match(UNREADABLE) ?? []).length < 0.1 * text.length;
  });
}

function decoded(base64: string): string {
  try {
    const bytes = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
    return UTF8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}
