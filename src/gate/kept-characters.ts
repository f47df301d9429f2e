import { charactersOf, overlap } from './character-set.ts';
import { RECIPES } from './recipes.ts';
import { foldTable } from './units.ts';

/** The bits of a number, and how many characters can have one. */
export const KEPT_BITS = 6;
const MAX_KEPT = 2 ** KEPT_BITS - 1;

let numbers: Uint8Array | null = null;

/**
 * A number for each character that no escape changes, without its case; 0 for all others. An escape
 * is an encoding that leaves some characters as they are: letters and digits, mostly.
 */
export function keptNumbers(): Uint8Array {
  if (numbers) return numbers;
  numbers = new Uint8Array(65_536);
  const fold = foldTable();
  let last = 0;
  for (let unit = 0; unit < 128 && last < MAX_KEPT; unit += 1) {
    if (fold[unit] === unit && isKept(unit)) numbers[unit] = ++last;
  }
  for (let unit = 0; unit < numbers.length; unit += 1) {
    if (fold[unit] !== unit) numbers[unit] = numbers[fold[unit] ?? 0] ?? 0;
  }
  return numbers;
}

function isKept(unit: number): boolean {
  const character = charactersOf([unit]);
  return RECIPES.every(({ changes }) => !changes || !overlap(changes, character));
}
