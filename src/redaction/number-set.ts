const FIRST_BITS = 10;

/** A set of 32-bit numbers. It takes less time and memory than a `Set` of them. */
export class NumberSet {
  #bits = FIRST_BITS;
  #slots = new Uint32Array(1 << FIRST_BITS);
  #size = 0;
  /** Zero marks a free slot. */
  #hasZero = false;

  get size(): number {
    return this.#size;
  }

  add(number: number): void {
    if (number === 0) {
      if (!this.#hasZero) this.#size += 1;
      this.#hasZero = true;
      return;
    }
    const slot = this.#slotOf(number);
    if (this.#slots[slot] !== 0) return;
    this.#slots[slot] = number;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
  }

  has(number: number): boolean {
    return number === 0 ? this.#hasZero : this.#slots[this.#slotOf(number)] !== 0;
  }

  forEach(use: (number: number) => void): void {
    if (this.#hasZero) use(0);
    for (const number of this.#slots) if (number !== 0) use(number);
  }

  /** The slot that holds the number, else the free one that is for it. */
  #slotOf(number: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(number, 0x9e3779b1) >>> (32 - this.#bits);
    while (slots[slot] !== 0 && slots[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#bits += 1;
    this.#slots = new Uint32Array(1 << this.#bits);
    for (const number of before) if (number !== 0) this.#slots[this.#slotOf(number)] = number;
  }
}
