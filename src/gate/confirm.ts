import { isBesideName, isEdge } from './beside-name.ts';
import { anchorOf } from './needle-table.ts';
import { needleOf } from './needles.ts';
import { RECIPES } from './recipes.ts';
import type { Pattern } from './sought.ts';
import { Spellings } from './spellings.ts';
import { foldTable, textOf } from './units.ts';

const REACH = 160;
const MAX_NEEDLES = 20_000;
/** A long value has many long spellings, so those of few values are kept. */
const MAX_VALUES = 64;

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

/** Says whether the value is where its hash was found. */
export class Confirmation {
  readonly #needles = new Map<number, string>();
  readonly #spellings = new Map<number, Spellings>();
  readonly #aims: readonly Aim[];

  constructor(aims: readonly Aim[]) {
    this.#aims = aims;
  }

  hitAt(text: string, anchor: number, width: number, aimIndex: number, recipe: number): Hit | null {
    const aim = this.#aims[aimIndex];
    if (!aim) return null;
    const isExact = RECIPES[recipe]?.isExact ?? false;
    const needle = this.#needleOf(aim, aimIndex, recipe);
    const start = anchor - anchorOf(needle, width);
    if (!isAt(text, start, needle, isExact)) return null;
    for (const [whole, named] of this.#spellingsOf(aim, aimIndex).of(recipe, needle)) {
      const inside = whole.indexOf(needle);
      if (inside < 0 || !isAt(text, start - inside, whole, isExact)) continue;
      const end = start - inside + whole.length;
      return this.#checked(text, { aim, recipe: named, start: start - inside, end });
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

  #needleOf({ core }: Aim, aim: number, recipe: number): string {
    const key = aim * (RECIPES.length + 1) + recipe + 1;
    const known = this.#needles.get(key);
    if (known !== undefined) return known;
    if (this.#needles.size === MAX_NEEDLES) this.#needles.clear();
    const needle = textOf(needleOf(core, recipe));
    this.#needles.set(key, needle);
    return needle;
  }

  #spellingsOf(aim: Aim, index: number): Spellings {
    const known = this.#spellings.get(index);
    if (known) return known;
    if (this.#spellings.size === MAX_VALUES) this.#spellings.clear();
    const spellings = new Spellings(aim);
    this.#spellings.set(index, spellings);
    return spellings;
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
