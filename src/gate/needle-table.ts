import type { Needle } from './needles.ts';
import { foldTable } from './units.ts';

/** An odd number for the polynomial of the hash. */
const BASE = 0x2c1b3c6d;

/** Needles by a hash of a few of their characters, without their case. */
export class NeedleTable {
  /** Characters that a hash covers. */
  readonly width: number;
  readonly #power: number;
  readonly #hashes: number[] = [];
  readonly #patterns: number[] = [];
  readonly #recipes: number[] = [];
  #filter = new Uint32Array(1);
  #filterShift = 32;
  #heads = new Int32Array(1);
  #headShift = 32;
  #next = new Int32Array(0);

  constructor(width: number) {
    this.width = width;
    let power = 1;
    for (let index = 0; index < width; index += 1) power = Math.imul(power, BASE);
    this.#power = power;
  }

  get size(): number {
    return this.#hashes.length;
  }

  add(pattern: number, { units, recipe }: Needle): void {
    const fold = foldTable();
    let hash = 0;
    const from = anchorOf(units, this.width);
    for (let index = from; index < from + this.width; index += 1) {
      hash = (Math.imul(hash, BASE) + (fold[units[index] ?? 0] ?? 0)) | 0;
    }
    this.#hashes.push(hash);
    this.#patterns.push(pattern);
    this.#recipes.push(recipe);
  }

  /** Makes the table ready after the last needle. */
  build(): void {
    const filterBits = Math.max(15, Math.ceil(Math.log2(this.size * 10 + 1)));
    this.#filter = new Uint32Array(2 ** Math.max(0, filterBits - 5));
    this.#filterShift = 32 - filterBits;
    const headBits = Math.max(8, Math.ceil(Math.log2(this.size * 2 + 1)));
    this.#heads = new Int32Array(2 ** headBits).fill(-1);
    this.#headShift = 32 - headBits;
    this.#next = new Int32Array(this.size);
    for (const [index, hash] of this.#hashes.entries()) {
      const bit = hash >>> this.#filterShift;
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      const head = Math.imul(hash, 0x85ebca6b) >>> this.#headShift;
      this.#next[index] = this.#heads[head] ?? -1;
      this.#heads[head] = index;
    }
  }

  /**
   * Calls back for each place of a piece of text where a needle may be. `codes` has `width` characters
   * before the piece. Returns the hash at its end, which the next piece starts from.
   */
  scan(
    codes: Uint16Array,
    length: number,
    hashBefore: number,
    found: (end: number, pattern: number, recipe: number) => void,
  ): number {
    const filter = this.#filter;
    const shift = this.#filterShift;
    const power = this.#power;
    const width = this.width;
    let hash = hashBefore;
    for (let at = 0; at < length; at += 1) {
      hash =
        (Math.imul(hash, BASE) +
          (codes[at + width] as number) -
          Math.imul(codes[at] as number, power)) |
        0;
      const bit = hash >>> shift;
      if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) this.#look(hash, at, found);
    }
    return hash;
  }

  #look(
    hash: number,
    at: number,
    found: (end: number, pattern: number, recipe: number) => void,
  ): void {
    let index = this.#heads[Math.imul(hash, 0x85ebca6b) >>> this.#headShift] ?? -1;
    while (index >= 0) {
      if (this.#hashes[index] === hash) {
        found(at + 1, this.#patterns[index] ?? 0, this.#recipes[index] ?? 0);
      }
      index = this.#next[index] ?? -1;
    }
  }
}

/** Where the hashed characters of a needle begin. */
export function anchorOf({ length }: { readonly length: number }, width: number): number {
  return (length - width) >> 1;
}
