import { BitHashes } from './bit-hashes.ts';
import { gramAt } from './gram.ts';

/** A value inside a longer one. */
export interface Contained {
  readonly start: number;
  readonly value: string;
}

const GRAM = 4;
/** So many values with the same beginning are compared at one place, the longest first. */
const MAX_COMPARED = 100;

/** Finds values that stand inside longer values. */
export class ContainedValues {
  readonly #byHead = new Map<string, string[]>();
  readonly #grams: BitHashes;

  constructor(values: ReadonlySet<string>) {
    this.#grams = new BitHashes(values.size);
    for (const value of values) {
      if (value.length < GRAM) continue;
      this.#grams.add(gramAt(value, 0));
      const head = value.slice(0, GRAM);
      const known = this.#byHead.get(head);
      if (known) known.push(value);
      else this.#byHead.set(head, [value]);
    }
    for (const known of this.#byHead.values()) known.sort((a, b) => b.length - a.length);
  }

  /** The values inside this one, without itself, from left to right, the longest at each place. */
  in(value: string): readonly Contained[] {
    const found: Contained[] = [];
    for (let start = 0; start + GRAM <= value.length; ) {
      const inner = this.#at(value, start);
      if (inner !== null) found.push({ start, value: inner });
      start += inner?.length ?? 1;
    }
    return found;
  }

  #at(value: string, start: number): string | null {
    if (!this.#grams.has(gramAt(value, start))) return null;
    const known = this.#byHead.get(value.slice(start, start + GRAM)) ?? [];
    const most = Math.min(known.length, MAX_COMPARED);
    for (let index = 0; index < most; index += 1) {
      const one = known[index] ?? '';
      if (one.length < value.length && value.startsWith(one, start)) {
        if (one.length >= 2 * GRAM || isAlone(value, start, start + one.length)) return one;
      }
    }
    return null;
  }
}

/** A short value counts where no letter or digit is next to it, or at an end of the longer one. */
function isAlone(text: string, start: number, end: number): boolean {
  const isOpen = (character: string): boolean => !/[A-Za-z0-9]/.test(character);
  return isOpen(text.charAt(start - 1)) && isOpen(text.charAt(end));
}
