import { distinctCharacters } from '../http/distinct.ts';
import type { PlaceholderClass } from '../http/recording.ts';
import { isTime } from '../oauth/registry/random-looking.ts';

/**
 * How far a value is followed: in every place; only as a separate word; or only at its own
 * parameter, if it could be any word of the report.
 */
export type Reach = 'anywhere' | 'word' | 'place';

const WORDS_ONLY = /^\p{L}+(?:[ _-]\p{L}+)*$/u;
const DIGITS_ONLY = /^\d+$/;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|\?[\w.-]+=)/i;

/**
 * Decides how far a value is followed: passwords and names of people further than other short
 * words. `known` says whether it is a word of the public vocabulary.
 */
export function reachOf(value: string, kind: PlaceholderClass, known: boolean): Reach {
  const strong = isStrong(value);
  if (known) return strong && kind !== 'personal' && kind !== 'value' ? 'anywhere' : 'place';
  if (value.length < 4 || isAddress(value) || isTime(value)) return 'place';
  if (strong) return 'anywhere';
  if (distinctCharacters(value, 3) < 3) return value.length < 8 ? 'place' : 'word';
  if (DIGITS_ONLY.test(value)) return value.length < 8 ? 'place' : 'word';
  if (WORDS_ONLY.test(value)) return wordReach(value, kind);
  return value.length < 8 ? 'word' : 'anywhere';
}

function wordReach(value: string, kind: PlaceholderClass): Reach {
  if (kind === 'secret' || kind === 'personal') return 'word';
  return value.length < 12 ? 'place' : 'word';
}

/** Whether a value is neither a word nor a number, so that it does not occur by chance. */
function isStrong(value: string): boolean {
  if (value.length < 16 || isAddress(value) || isTime(value)) return false;
  return !WORDS_ONLY.test(value) && !DIGITS_ONLY.test(value) && distinctCharacters(value, 6) >= 6;
}

/** Whether a value is an address: a `state` that only says where to return is not a secret. */
export function isAddress(value: string): boolean {
  return ADDRESS.test(value);
}
