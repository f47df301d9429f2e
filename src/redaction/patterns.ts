import { distinctCharacters } from '../http/distinct.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import type { Secret } from './collect.ts';
import { unescapedPartly } from './layers.ts';
import type { Reach } from './reach.ts';

/** A text that shows a value. */
export interface Pattern {
  readonly text: string;
  /** Counts only if no letter or digit is next to it. */
  readonly bounded: boolean;
  /** Counts in upper and lower case. */
  readonly anyCase: boolean;
  /** The value whose beginning or end the text is; null when it shows the whole value. */
  readonly partOf: string | null;
  readonly owner: Secret;
}

const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g;
/** So many characters of a random value identify it. */
const PART = 12;
/** The header of a JWT is the same in many tokens. */
const HEADER = /^ey[A-Z]/;

/** The forms of a value after decoding (see `unescapedReadings`), and the ends that identify it. */
export function patternsOf(owner: Secret, reach: Exclude<Reach, 'place'>): readonly Pattern[] {
  const { value } = owner;
  const pattern = {
    bounded: reach === 'word',
    anyCase: /\p{L}/u.test(value),
    partOf: null,
    owner,
  };
  return [...[...spellings(value)].map((text) => ({ ...pattern, text })), ...parts(owner, reach)];
}

/** Values without these characters have one spelling. */
const SPECIAL = /[ %\\&\u0000-\u001F\u007F-\u009F]/;

function spellings(value: string): Iterable<string> {
  if (!SPECIAL.test(value)) return [value];
  const once = unescapedPartly(value);
  return new Set([
    value,
    // URL standard, "application/x-www-form-urlencoded".
    value.replaceAll(' ', '+'),
    // The form that findings quote.
    value.replace(CONTROLS, ' '),
    ...once,
    ...[...new Set(once)].flatMap(unescapedPartly),
  ]);
}

/** Digits that are drawn from 16 seldom look like a word. */
function isHex(value: string, part: string): boolean {
  return /^[0-9a-f]{24,}$/i.test(value) && !/^\d+$/.test(part) && distinctCharacters(part, 6) >= 6;
}

/** Whether the case of letters changes often, or digits are among them: words of people are longer. */
function isMixed(part: string): boolean {
  if (/\d{5}|[a-z]{5}|[A-Z]{5}/.test(part)) return false;
  const changes = part.match(/\d(?=\D)|\D(?=\d)|[a-z](?=[A-Z])|[A-Z](?=[a-z])/g) ?? [];
  return changes.length >= 4 && distinctCharacters(part.toLowerCase(), 8) >= 8;
}

function parts(owner: Secret, reach: Reach): readonly Pattern[] {
  const { value } = owner;
  if (value.length <= PART) return [];
  const ends = [value.slice(-PART)];
  if (!HEADER.test(value)) ends.push(value.slice(0, PART));
  return ends
    .filter((text) => /^[\w.~+/-]+$/.test(text) && identifies(owner, reach, text))
    .map((text) => ({ text, bounded: false, anyCase: true, partOf: value, owner }));
}

/** Whether only this value has the part. */
function identifies({ value, class: kind }: Secret, reach: Reach, part: string): boolean {
  if (value.length >= 2 * PART && isMixed(part)) return true;
  // The beginning of a name is a name of others.
  if (kind === 'personal' && !isHex(value, value)) return false;
  if (reach !== 'anywhere' && !looksRandom(value, 2 * PART)) return false;
  return looksRandom(part, PART) || isHex(value, part);
}
