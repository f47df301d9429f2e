import { beginsWithText, decodeBase64url } from '../../http/base64.ts';
import { distinctCharacters } from '../../http/distinct.ts';

const NEEDED_BITS = 64;
const MIN_LENGTH = 8;
/** Longer runs of letters are not words. */
const MAX_WORD = 13;
/** Random letters change between upper and lower case more often than words do. */
const MEAN_WORD = 4.5;
const FEW_WORDS = 3;

/**
 * Why a value that should be random can be guessed; null when it may be random. Structured values
 * (JSON, base64 of it, delimited) pass when the parts that are not words look random.
 */
export function weakness(value: string): string | null {
  if (value.length < MIN_LENGTH) return `it has ${value.length} characters`;
  if (/^\d{10}$|^\d{13}$/.test(value) && value.startsWith('1')) return 'it looks like a time';
  if (/^\d{1,19}$/.test(value)) return 'it is a number';
  if (isMonotonous(value)) return 'it repeats a few characters';
  const parts = (decoded(value) ?? unpunctuated(value)).split(/[^A-Za-z0-9_-]+/);
  if (parts.reduce((sum, part) => sum + bits(part), 0) >= NEEDED_BITS) return null;
  if (/^(?:\/|https?:)/.test(value)) return 'it is a URL or a path without a random part';
  return 'it has no part that looks random';
}

function isMonotonous(value: string): boolean {
  const few = Math.max(2, Math.min(4, value.length / 8));
  return distinctCharacters(value, 5) <= few;
}

/** Removes "+" and "/", which base64 has inside one random value. */
function unpunctuated(value: string): string {
  return /^[A-Za-z0-9+/]{16,}={1,2}$/.test(value) ? value.replace(/[+/=]/g, '') : value;
}

/** The text inside base64 or base64url; null when it is not text. */
function decoded(value: string): string | null {
  if (!/^[A-Za-z0-9_+/-]{8,2000}={0,2}$/.test(value) || !beginsWithText(value)) return null;
  const text = decodeBase64url(value);
  return text !== null && /^[\x20-\x7E\s]+$/.test(text) ? text : null;
}

/** Upper bound of the entropy of one part, in bits; words count as zero. */
function bits(part: string): number {
  const characters = part.replace(/[_-]/g, '');
  if (isWords(part)) return 0;
  return characters.length * bitsPerCharacter(characters);
}

function isWords(part: string): boolean {
  const words = part.split(/[_-]+|(?<=[a-z])(?=[A-Z])/);
  const short = words.length > FEW_WORDS && part.length / words.length < MEAN_WORD;
  return words.every(isWord) && !short;
}

function isWord(word: string): boolean {
  return /^(?:[A-Z]?[a-z]+|[A-Z]{1,4}|\d{1,4})$/.test(word) ? word.length <= MAX_WORD : word === '';
}

function bitsPerCharacter(text: string): number {
  if (/^\d+$/.test(text)) return Math.log2(10);
  if (/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text)) return 4;
  return /[a-z]/.test(text) && /[A-Z]/.test(text) ? Math.log2(62) : Math.log2(36);
}
