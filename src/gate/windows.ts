import { KEPT_BITS, keptNumbers } from './kept-characters.ts';

/** Where a piece was seen: in a text itself, or in what base64 or hexadecimal digits hide. */
export const PLAIN = 1;
export const PACKED = 2;

/** The least and the most characters of a piece. */
export const SHORT = 4;
export const LONG = 2 * SHORT;
const HALF_BITS = SHORT * KEPT_BITS;
const MASK = 2 ** HALF_BITS - 1;
/** Other numbers in each run, so that nobody can choose values that all have one hash. */
const FACTOR = oddNumber();
const OTHER_FACTOR = oddNumber();

function oddNumber(): number {
  return Math.trunc(Math.random() * 2 ** 32) | 1;
}

/** Pieces of values, in which each character is one that no escape changes. */
export class Windows {
  readonly #numbers = keptNumbers();
  /** The numbers of the last four characters of each piece, and of those before them. */
  readonly #lasts: number[] = [];
  readonly #firsts: number[] = [];
  /** Which numbers of `#firsts` count, for each length of pieces. */
  #masks: readonly number[] = [];
  #filter = new Uint32Array(1);
  #filterShift = 32;
  #slots = new Int32Array(1);
  #slotShift = 31;
  #seen = new Uint8Array(1);

  /** Adds the piece that begins at a character of a value. Returns its index. */
  add(value: string, at: number, length: number): number {
    const mask = 2 ** ((length - SHORT) * KEPT_BITS) - 1;
    if (!this.#masks.includes(mask)) this.#masks = [...this.#masks, mask];
    const middle = at + length - SHORT;
    this.#firsts.push(this.#numberOf(value, at, middle));
    return this.#lasts.push(this.#numberOf(value, middle, at + length)) - 1;
  }

  #numberOf(value: string, from: number, to: number): number {
    let number = 0;
    for (let at = from; at < to; at += 1) {
      number = (number << KEPT_BITS) | (this.#numbers[value.charCodeAt(at)] ?? 0);
    }
    return number;
  }

  /** Makes the table ready after the last piece. */
  build(): void {
    const size = this.#lasts.length;
    const filterBits = Math.max(12, Math.ceil(Math.log2(size * 16 + 1)));
    this.#filter = new Uint32Array(2 ** (filterBits - 5));
    this.#filterShift = 32 - filterBits;
    const slotBits = Math.ceil(Math.log2(size * 2 + 2));
    this.#slots = new Int32Array(2 ** slotBits).fill(-1);
    this.#slotShift = 32 - slotBits;
    this.#seen = new Uint8Array(size);
    for (const [index, last] of this.#lasts.entries()) {
      const bit = Math.imul(last, FACTOR) >>> this.#filterShift;
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] as number) | (1 << (bit & 31));
      const slot = this.#slotOf(this.#firsts[index] as number, last);
      if (this.#slots[slot] === -1) this.#slots[slot] = index;
    }
  }

  /** Notes which pieces are in a text, given by its characters. */
  mark(codes: Uint16Array, length: number, place: number): void {
    const numbers = this.#numbers;
    const filter = this.#filter;
    const shift = this.#filterShift;
    let first = 0;
    let last = 0;
    for (let at = 0; at < length; at += 1) {
      first = ((first << KEPT_BITS) | (last >>> (HALF_BITS - KEPT_BITS))) & MASK;
      last = ((last << KEPT_BITS) | (numbers[codes[at] as number] as number)) & MASK;
      const bit = Math.imul(last, FACTOR) >>> shift;
      if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) this.#note(first, last, place);
    }
  }

  #note(first: number, last: number, place: number): void {
    for (const mask of this.#masks) {
      const index = this.#slots[this.#slotOf(first & mask, last)] as number;
      if (index >= 0) this.#seen[index] = (this.#seen[index] as number) | place;
    }
  }

  /** Where a piece was seen: `PLAIN`, `PACKED`, both or 0. */
  seen(index: number): number {
    const slot = this.#slotOf(this.#firsts[index] ?? 0, this.#lasts[index] ?? 0);
    return this.#seen[this.#slots[slot] ?? 0] ?? 0;
  }

  /** Where a piece is in the table, or the free place for it. */
  #slotOf(first: number, last: number): number {
    const slots = this.#slots;
    const hash = Math.imul(first, FACTOR) + Math.imul(last, OTHER_FACTOR);
    let slot = Math.imul(hash ^ (hash >>> 15), FACTOR) >>> this.#slotShift;
    for (;;) {
      const index = slots[slot] as number;
      if (index < 0 || (this.#firsts[index] === first && this.#lasts[index] === last)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
