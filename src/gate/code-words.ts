import { RECIPES } from './recipes.ts';
import { Speller } from './speller.ts';
import { foldTable } from './units.ts';

/** What a text can write for single characters, to read it back: `%41`, `\u0041`, `&amp;#65;`. */
export class CodeWords {
  /** A number for each character of a word, without its case; 0 for all others. */
  readonly #symbols = new Uint8Array(65_536);
  /** Whether a word begins with a character. */
  readonly starts = new Uint8Array(65_536);
  readonly #width: number;
  /** A tree of all words: the next node for each symbol. */
  readonly #next: Int32Array;
  /** The character whose word ends at a node. */
  readonly #ends: Uint16Array;
  /** The character that was read last. */
  unit = 0;

  /** The words of some characters in all escapes. */
  constructor(characters: string) {
    const words = [...characters].flatMap(wordsOf);
    const fold = foldTable();
    const symbols = [...new Set(words.flatMap(({ word }) => word))];
    for (let unit = 0; unit < this.#symbols.length; unit += 1) {
      this.#symbols[unit] = symbols.indexOf(fold[unit] ?? 0) + 1;
    }
    this.#width = symbols.length + 1;
    const nodes = words.reduce((sum, { word }) => sum + word.length, 1);
    this.#next = new Int32Array(nodes * this.#width);
    this.#ends = new Uint16Array(nodes);
    let size = 1;
    for (const { word, unit } of words) {
      let node = 0;
      for (const one of word) {
        const branch = node * this.#width + (this.#symbols[one] ?? 0);
        this.#next[branch] ||= size++;
        node = this.#next[branch] ?? 0;
      }
      this.#ends[node] = unit;
    }
    for (let unit = 0; unit < this.starts.length; unit += 1) {
      this.starts[unit] = (this.#next[this.#symbols[unit] ?? 0] ?? 0) > 0 ? 1 : 0;
    }
  }

  /** Reads the word at a place and keeps its character in `unit`. Returns its length, 0 without one. */
  read(codes: Uint16Array, at: number, length: number): number {
    if (this.starts[codes[at] as number] === 0) return 0;
    let node = 0;
    for (let index = at; index < length; index += 1) {
      const symbol = this.#symbols[codes[index] as number] as number;
      node = symbol === 0 ? 0 : (this.#next[node * this.#width + symbol] as number);
      if (node === 0) return 0;
      this.unit = this.#ends[node] as number;
      if (this.unit > 0) return index + 1 - at;
    }
    return 0;
  }
}

interface Word {
  readonly unit: number;
  readonly word: readonly number[];
}

/** What all escapes write for a character, without its case, except the character itself. */
function wordsOf(character: string): readonly Word[] {
  const fold = foldTable();
  const unit = character.charCodeAt(0);
  const speller = new Speller(character);
  const words = new Map<string, Word>();
  for (const [recipe, { isPacked }] of RECIPES.entries()) {
    const units = isPacked ? null : speller.spell(recipe);
    if (!units || (units.length === 1 && units[0] === unit)) continue;
    const word = units.map((one) => fold[one] ?? one);
    words.set(word.join(), { unit, word });
  }
  return [...words.values()];
}
