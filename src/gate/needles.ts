import { type CharacterSet, charactersOf, overlap } from './character-set.ts';
import { RECIPES, type Recipe } from './recipes.ts';
import type { Pattern } from './sought.ts';
import { type Units, unitsOf } from './units.ts';
import { PACKED, PLAIN } from './windows.ts';

/** Longer values are found by a part of this length, then compared as a whole. */
const CORE = 12;
const MAX_CORE = 16;
/** As much of an encoded core is enough to find it, and to encode it again. */
const MAX_NEEDLE = 16;
/** A shorter piece of base64 or hexadecimal can be in any other one. */
const MIN_PACKED = 10;

/** How one pattern is written in one encoding. */
export interface Needle {
  readonly units: Units;
  /** Index in `RECIPES`; -1 is the value as it is. */
  readonly recipe: number;
}

/** How often pieces of values occur among all values, to search for the rarest. */
export class Pieces {
  readonly #counts = new Map<string, number>();

  add(text: string): void {
    if (text.length <= MAX_CORE) return;
    for (const at of startsOf(text)) {
      const piece = text.slice(at, at + CORE);
      this.#counts.set(piece, (this.#counts.get(piece) ?? 0) + 1);
    }
  }

  /** The part of a text that finds it: all of a short one. */
  coreOf(text: string): string {
    if (text.length <= MAX_CORE) return text;
    let best = '';
    let least = Number.POSITIVE_INFINITY;
    for (const at of startsOf(text)) {
      const piece = text.slice(at, at + CORE);
      const count = (this.#counts.get(piece) ?? 0) + (new Set(piece).size < 6 ? 1_000 : 0);
      if (count >= least) continue;
      best = piece;
      least = count;
    }
    return best;
  }
}

/** Where parts of a long text may be taken from: never between the halves of a character. */
function startsOf(text: string): readonly number[] {
  const last = text.length - CORE;
  return [last, last >> 1, last >> 2, (3 * last) >> 2, 0].filter(
    (at) => !isHalf(text, at) && !isHalf(text, at + CORE),
  );
}

function isHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
}

/** What recipes write. Recipes that write the same have one. */
interface Spelling {
  readonly id: number;
  readonly units: Units;
  readonly characters: CharacterSet;
}

/** All needles of the core of a pattern, where it can be, each spelling once. */
export function* needlesOf({ kind, places }: Pattern, core: string): Generator<Needle> {
  const isPlain = (places & PLAIN) > 0;
  const isPacked = (places & PACKED) > 0;
  const known = new KnownSpellings();
  const plain = known.spellingOf(unitsOf(core));
  if (isPlain && kind !== 'pair') yield { units: plain.units, recipe: -1 };
  const spellings: (Spelling | null | undefined)[] = [];
  for (const recipe of recipesFor(kind)) {
    const step = RECIPES[recipe];
    const from = step && (step.parent < 0 ? plain : spellings[step.parent]);
    if (!from || (step.isPacked && !isPacked)) continue;
    const size = known.size;
    const spelling = known.afterStep(from, step);
    spellings[recipe] = spelling;
    if (!spelling || known.size === size) continue;
    const { units } = spelling;
    const counts = step.isPacked ? units.length >= MIN_PACKED : isPlain;
    if (counts) yield { units, recipe };
  }
}

/** The spellings of one core. */
class KnownSpellings {
  readonly #byHash = new Map<number, Spelling>();
  readonly #byStep = new Map<number, Spelling | null>();

  get size(): number {
    return this.#byHash.size;
  }

  spellingOf(units: Units): Spelling {
    const hash = hashOf(units);
    const known = this.#byHash.get(hash);
    if (known) return known;
    const needle = headOf(units);
    const spelling = { id: this.size, units: needle, characters: charactersOf(needle) };
    this.#byHash.set(hash, spelling);
    return spelling;
  }

  /** What one more encoding writes; null when it does not exist for these characters. */
  afterStep(from: Spelling, { changes, step, encode }: Recipe): Spelling | null {
    if (changes && !overlap(from.characters, changes)) return from;
    const key = from.id * RECIPES.length + step;
    const known = this.#byStep.get(key);
    if (known !== undefined) return known;
    const units = encode(from.units);
    const spelling = units && this.spellingOf(units);
    this.#byStep.set(key, spelling);
    return spelling;
  }
}

/** The needle of a recipe alone. */
export function needleOf(core: string, recipe: number): Units {
  const step = RECIPES[recipe];
  if (!step) return unitsOf(core);
  return headOf(step.encode(needleOf(core, step.parent)) ?? []);
}

/** The first characters, but never half of one. */
export function headOf(units: Units): Units {
  if (units.length <= MAX_NEEDLE) return units;
  const last = units[MAX_NEEDLE - 1] ?? 0;
  return units.slice(0, last >= 0xd800 && last < 0xdc00 ? MAX_NEEDLE - 1 : MAX_NEEDLE);
}

const chosen = new Map<Pattern['kind'], readonly number[]>();

/** The recipes that say anything about such a pattern. */
function recipesFor(kind: Pattern['kind']): readonly number[] {
  let list = chosen.get(kind);
  if (!list) {
    list = [...RECIPES.keys()].filter((recipe) => isOf(kind, RECIPES[recipe] as Recipe));
    chosen.set(kind, list);
  }
  return list;
}

/** Whether an encoding can hide such a pattern. */
function isOf(kind: Pattern['kind'], { isPacked, parent }: Recipe): boolean {
  if (kind === 'value') return true;
  if (kind === 'token' || kind === 'named') return !isPacked;
  return parent < 0 && isPacked;
}

function hashOf(units: Units): number {
  let hash = units.length;
  for (const unit of units) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash;
}
