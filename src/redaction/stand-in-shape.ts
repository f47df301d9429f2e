import { distinctCharacters } from '../http/distinct.ts';
import { markOf } from '../oauth/registry/secret-shapes.ts';
import type { Random } from './random.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
/** Letters whose UTF-8 has two bytes. */
const LATIN = 'äöüßéèêñçåøæîôû';
const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
/** Version and variant (RFC 9562 section 4). */
const GUID_FIXED = [14, 19];
const FEW = 4;
const WIDE = /[^\x00-\x7F]/;

/** How close a stand-in keeps to the letters of its value. */
export interface Likeness {
  /** Letters and digits stay letters and digits of the same case, each at its place. */
  readonly placed: boolean;
}

/**
 * Random text of the shape of a value: its length, its alphabet, and each character that is no
 * letter or digit at its place.
 */
export function shapedLike(value: string, random: Random, { placed }: Likeness): string {
  const mark = markOf(value);
  const rest = value.slice(mark.length);
  return (
    mark +
    withFixed(rest, random, repeats(value) ? mapped(rest, random) : drawn(rest, random, placed))
  );
}

function drawn(value: string, random: Random, placed: boolean): string {
  const alphabet = alphabetOf(value);
  const one = (character: string): string => {
    if (!isLetterOrDigit(character)) return wide(character, random);
    return pick(placed ? ownAlphabet(character, alphabet) : alphabet, random);
  };
  if (WIDE.test(value)) return [...value].map(one).join('');
  let shaped = '';
  for (let at = 0; at < value.length; at += 1) shaped += one(value.charAt(at));
  return shaped;
}

function isLetterOrDigit(character: string): boolean {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9')
  );
}

/** A value of few different characters: each becomes another one, everywhere the same. */
function mapped(value: string, random: Random): string {
  const alphabet = alphabetOf(value);
  const given = new Map<string, string>();
  return value.replace(/[a-zA-Z0-9]/g, (character) => {
    const known = given.get(character);
    if (known !== undefined) return known;
    const own = [...ownAlphabet(character, alphabet)];
    const free = own.filter((one) => one !== character && ![...given.values()].includes(one));
    const drawn = pick((free.length > 0 ? free : own).join(''), random);
    given.set(character, drawn);
    return drawn;
  });
}

function repeats(value: string): boolean {
  return distinctCharacters(value, FEW + 1) <= Math.max(2, Math.min(FEW, value.length / 8));
}

function alphabetOf(value: string): string {
  const plain = value.replace(/[^a-zA-Z0-9]/g, '');
  if (/^\d*$/.test(plain)) return DIGITS;
  if (/^[0-9a-f]+$/.test(plain) && plain.length >= 8) return HEX;
  if (/^[0-9A-F]+$/.test(plain) && plain.length >= 8) return HEX.toUpperCase();
  return [
    /[a-z]/.test(plain) ? LOWER : '',
    /[A-Z]/.test(plain) ? UPPER : '',
    /[0-9]/.test(plain) ? DIGITS : '',
  ].join('');
}

function ownAlphabet(character: string, alphabet: string): string {
  if (/[0-9]/.test(character)) return DIGITS;
  const letters = alphabet.toLowerCase() === HEX ? 'abcdef' : LOWER;
  return /[a-z]/.test(character) ? letters : letters.toUpperCase();
}

/** Another letter that is as long in UTF-8; what is no letter stays. */
function wide(character: string, random: Random): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || !/\p{L}/u.test(character)) return character;
  if (code < 0x800) return pick(LATIN, random);
  return String.fromCodePoint((code < 0x10000 ? 0x4e00 : 0x20000) + random(0x2000));
}

/** Keeps what makes a GUID one, and no zero where a number may not begin with one. */
function withFixed(value: string, random: Random, standIn: string): string {
  if (/^\d+$/.test(value)) {
    return (value.startsWith('0') ? '0' : String(1 + random(9))) + standIn.slice(1);
  }
  let fixed = standIn;
  for (const { index } of value.matchAll(GUID)) {
    for (const place of GUID_FIXED) {
      const at = index + place;
      fixed = fixed.slice(0, at) + value.charAt(at) + fixed.slice(at + 1);
    }
  }
  return fixed;
}

function pick(alphabet: string, random: Random): string {
  return alphabet.charAt(random(alphabet.length));
}
