import { type CharacterSet, charactersOf, overlap } from './character-set.ts';
import { RECIPES } from './recipes.ts';
import { type Units, unitsOf } from './units.ts';

interface Spelling {
  readonly units: Units;
  readonly characters: CharacterSet;
}

/** Writes one text in the encodings of recipes, each step once. */
export class Speller {
  readonly #plain: Spelling;
  readonly #known = new Map<number, Spelling | null>();

  constructor(text: string) {
    this.#plain = spellingOf(unitsOf(text));
  }

  /** Null when the recipe cannot write the text. Recipes that change nothing have one result. */
  spell(recipe: number): Units | null {
    return this.#spelling(recipe)?.units ?? null;
  }

  #spelling(recipe: number): Spelling | null {
    const step = RECIPES[recipe];
    if (!step) return this.#plain;
    const known = this.#known.get(recipe);
    if (known !== undefined) return known;
    const from = this.#spelling(step.parent);
    const isSame = from && step.changes && !overlap(from.characters, step.changes);
    const units = from && !isSame ? step.encode(from.units) : null;
    const spelling = isSame ? from : units && spellingOf(units);
    this.#known.set(recipe, spelling);
    return spelling;
  }
}

function spellingOf(units: Units): Spelling {
  return { units, characters: charactersOf(units) };
}
