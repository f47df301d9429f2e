import { isBesideName, isEdge } from './beside-name.ts';
import { anchorOf } from './needle-table.ts';
import { headOf, needleOf } from './needles.ts';
import { RECIPES } from './recipes.ts';
import type { Pattern } from './sought.ts';
import { Speller } from './speller.ts';
import { foldTable, textOf, type Units } from './units.ts';

const REACH = 160;
const MAX_CACHED = 20_000;

/** A pattern, and the part of it that is searched for. */
export interface Aim {
  readonly pattern: Pattern;
  readonly core: string;
}

/** A place of a text where a value is. */
export interface Hit {
  readonly aim: Aim;
  readonly recipe: number;
  readonly start: number;
  readonly end: number;
}

/** The spellings of one value in one encoding. */
interface Spelling {
  readonly needle: string;
  /** The whole value in every encoding that begins like this, the likely ones first. */
  readonly wholes: () => Iterable<string>;
  readonly isExact: boolean;
}

/** Says whether the value is where its hash was found. */
export class Confirmation {
  readonly #spellings = new Map<number, Spelling>();
  readonly #aims: readonly Aim[];

  constructor(aims: readonly Aim[]) {
    this.#aims = aims;
  }

  hitAt(text: string, anchor: number, width: number, aimIndex: number, recipe: number): Hit | null {
    const aim = this.#aims[aimIndex];
    if (!aim) return null;
    const { needle, wholes, isExact } = this.#spellingOf(aim, aimIndex, recipe);
    const start = anchor - anchorOf(needle, width);
    if (!isAt(text, start, needle, isExact)) return null;
    for (const whole of wholes()) {
      const inside = whole.indexOf(needle);
      if (inside < 0 || !isAt(text, start - inside, whole, isExact)) continue;
      const end = start - inside + whole.length;
      return this.#checked(text, { aim, recipe, start: start - inside, end });
    }
    return null;
  }

  #checked(text: string, hit: Hit): Hit | null {
    const { kind, sought } = hit.aim.pattern;
    if (kind !== 'token' && kind !== 'named') return hit;
    const after = text.charAt(hit.end);
    if (/[A-Za-z0-9_\u00c0-\uffff]/.test(after) || !isEdge(text, hit.start - 1)) return null;
    if (kind === 'token') return hit;
    if (after === '-') return null;
    const before = text.slice(Math.max(0, hit.start - REACH), hit.start);
    const behind = text.slice(hit.end, hit.end + REACH);
    return isBesideName(before, behind, sought.names) ? hit : null;
  }

  #spellingOf({ pattern, core }: Aim, aim: number, recipe: number): Spelling {
    const key = aim * (RECIPES.length + 1) + recipe + 1;
    const known = this.#spellings.get(key);
    if (known) return known;
    if (this.#spellings.size > MAX_CACHED) this.#spellings.clear();
    const spelling = spellingOf(pattern.text, core, recipe);
    this.#spellings.set(key, spelling);
    return spelling;
  }
}

function spellingOf(text: string, core: string, recipe: number): Spelling {
  const needle = textOf(needleOf(core, recipe));
  const inFamily = new Set(wholesOf(text, familyOf(recipe)));
  let others: ReadonlySet<string> | null = null;
  function* wholes(): Generator<string> {
    yield* inFamily;
    others ??= new Set(
      wholesOf(text, RECIPES[recipe]?.isPacked ? alikeOf(core, needle) : escapes()),
    );
    yield* others;
  }
  return { needle, wholes, isExact: RECIPES[recipe]?.isExact ?? false };
}

/** A recipe in all alignments of base64. */
function familyOf(recipe: number): readonly number[] {
  const family = RECIPES[recipe]?.family;
  return [...RECIPES.keys()].filter((index) => RECIPES[index]?.family === family);
}

let readable: readonly number[] | null = null;

/** All recipes that leave letters and digits as they are. */
function escapes(): readonly number[] {
  readable ??= [...RECIPES.keys()].filter((index) => !RECIPES[index]?.isPacked);
  return readable;
}

/** All recipes that write the core alike, as they only differ in characters behind it. */
function alikeOf(core: string, needle: string): readonly number[] {
  const speller = new Speller(core);
  const alike = [...RECIPES.keys()].filter(
    (index) => textOf(headOf(speller.spell(index) ?? [])) === needle,
  );
  return [...new Set(alike.map((index) => RECIPES[index]?.family))].flatMap((family) =>
    [...RECIPES.keys()].filter((index) => RECIPES[index]?.family === family),
  );
}

function* wholesOf(text: string, recipes: readonly number[]): Generator<string> {
  const speller = new Speller(text);
  const seen = new Set<Units | null>();
  for (const recipe of recipes.length > 0 ? recipes : [-1]) {
    const units = speller.spell(recipe);
    if (seen.has(units)) continue;
    seen.add(units);
    yield textOf(units ?? []);
  }
}

function isAt(text: string, start: number, needle: string, isExact: boolean): boolean {
  if (start < 0 || start + needle.length > text.length) return false;
  if (isExact) return text.startsWith(needle, start);
  const fold = foldTable();
  for (let index = 0; index < needle.length; index += 1) {
    if (fold[text.charCodeAt(start + index)] !== fold[needle.charCodeAt(index)]) return false;
  }
  return true;
}
