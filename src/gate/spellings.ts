import type { Aim } from './confirm.ts';
import { headOf } from './needles.ts';
import { RECIPES } from './recipes.ts';
import { Speller } from './speller.ts';
import { textOf, type Units } from './units.ts';

/** A value as a whole in all encodings, each written when it is asked for. */
export class Spellings {
  readonly #core: string;
  readonly #speller: Speller;
  readonly #texts = new Map<Units, string>();
  #escapes: readonly string[] | null = null;
  readonly #families = new Map<number, readonly string[]>();
  readonly #alike = new Map<string, readonly number[]>();

  constructor({ pattern, core }: Aim) {
    this.#core = core;
    this.#speller = new Speller(pattern.text);
  }

  /**
   * The value in every encoding that begins like this needle, the likely ones first, each with a
   * recipe that has its name.
   */
  *of(recipe: number, needle: string): Generator<readonly [whole: string, recipe: number]> {
    const family = RECIPES[recipe]?.family ?? -1;
    for (const whole of this.#inFamily(family)) yield [whole, recipe];
    if (RECIPES[recipe]?.isPacked) {
      const alike = this.#alike.get(needle) ?? alikeOf(this.#core, needle);
      this.#alike.set(needle, alike);
      for (const other of alike) {
        const named = families().get(other)?.[0] ?? recipe;
        for (const whole of this.#inFamily(other)) yield [whole, named];
      }
    } else {
      this.#escapes ??= this.#written(escapes());
      for (const whole of this.#escapes) yield [whole, recipe];
    }
  }

  #inFamily(family: number): readonly string[] {
    const known = this.#families.get(family);
    if (known) return known;
    const texts = this.#written(families().get(family) ?? [-1]);
    this.#families.set(family, texts);
    return texts;
  }

  #written(recipes: readonly number[]): readonly string[] {
    const texts = new Set<string>();
    for (const recipe of recipes) {
      const units = this.#speller.spell(recipe);
      const text = units ? (this.#texts.get(units) ?? textOf(units)) : '';
      if (units) this.#texts.set(units, text);
      texts.add(text);
    }
    return [...texts];
  }
}

let grouped: ReadonlyMap<number, readonly number[]> | null = null;

/** The recipes of each family: one in all alignments of base64. */
function families(): ReadonlyMap<number, readonly number[]> {
  if (grouped) return grouped;
  const groups = new Map<number, number[]>();
  for (const [recipe, { family }] of RECIPES.entries()) {
    const group = groups.get(family);
    if (group) group.push(recipe);
    else groups.set(family, [recipe]);
  }
  grouped = groups;
  return groups;
}

let readable: readonly number[] | null = null;

/** All recipes that leave letters and digits as they are. */
function escapes(): readonly number[] {
  readable ??= [...RECIPES.keys()].filter((index) => !RECIPES[index]?.isPacked);
  return readable;
}

/** Families of recipes that write the core alike, as they only differ in characters behind it. */
function alikeOf(core: string, needle: string): readonly number[] {
  const speller = new Speller(core);
  const found = new Set<number>();
  for (const [recipe, { family }] of RECIPES.entries()) {
    const units = found.has(family) ? null : speller.spell(recipe);
    if (units?.[0] === needle.charCodeAt(0) && textOf(headOf(units)) === needle) found.add(family);
  }
  return [...found];
}
