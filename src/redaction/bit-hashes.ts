const LEAST_BITS = 11;
const MOST_BITS = 22;
/** One in so many bits is set, so most numbers that are not in the set are told by one look. */
const SPARSE = 6;

/** A set of numbers that may say yes to others too, and costs one look at a small table. */
export class BitHashes {
  readonly #bits: Uint32Array;
  readonly #shift: number;

  /** `count`: about how many numbers there will be. */
  constructor(count: number) {
    const wanted = 32 - Math.clz32(Math.max(1, count)) + SPARSE;
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, wanted));
    this.#bits = new Uint32Array(1 << (bits - 5));
    this.#shift = 32 - bits;
  }

  add(number: number): void {
    const hash = Math.imul(number, 0x9e3779b1) >>> this.#shift;
    this.#bits[hash >>> 5] = (this.#bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }

  has(number: number): boolean {
    const hash = Math.imul(number, 0x9e3779b1) >>> this.#shift;
    return ((this.#bits[hash >>> 5] ?? 0) & (1 << (hash & 31))) !== 0;
  }
}
