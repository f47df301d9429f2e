import { nearMiss } from '../http/near-miss.ts';

/** A value that differs from another one by one mistake, and where they are alike. */
export interface NearValue {
  readonly base: string;
  /** Characters at the beginning that both have. */
  readonly head: number;
  /** Characters at the end that both have. */
  readonly tail: number;
}

const SHORTEST = 8;
const LONGEST = 2_000;
/** So many values with an equal half are compared. */
const MAX_COMPARED = 20;

/**
 * For each value the earlier one from which it differs in one letter, or in upper and lower case. One
 * half of both is equal then, so only values with an equal half are compared.
 */
export function nearValues(values: Iterable<string>): ReadonlyMap<string, NearValue> {
  const near = new Map<string, NearValue>();
  const [wholes, heads, tails] = [new Alike(), new Alike(), new Alike()];
  for (const value of values) {
    if (value.length < SHORTEST || value.length > LONGEST) continue;
    const half = Math.floor((value.length - 1) / 2);
    const bases = [
      wholes.join(value.toLowerCase(), value),
      heads.join(value.slice(0, half), value),
      tails.join(value.slice(-half), value),
      // One character more or less moves the middle.
      heads.join(value.slice(0, half - 1), value),
      tails.join(value.slice(1 - half), value),
    ];
    const base = bases.find((one) => one !== undefined);
    if (base !== undefined) near.set(value, { base, ...alike(value, base) });
  }
  return near;
}

/** Values by a part that is equal. */
class Alike {
  readonly #byPart = new Map<string, string[]>();

  /** Adds a value, and returns the first that is near it. */
  join(part: string, value: string): string | undefined {
    const known = this.#byPart.get(part);
    if (!known) {
      this.#byPart.set(part, [value]);
      return undefined;
    }
    const base = known.find((other) => isNear(value, other));
    if (known.length < MAX_COMPARED) known.push(value);
    return base;
  }
}

function isNear(value: string, other: string): boolean {
  if (Math.abs(value.length - other.length) > 1) return false;
  return nearMiss(value, other) !== null || nearMiss(other, value) !== null;
}

function alike(one: string, other: string): { readonly head: number; readonly tail: number } {
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return { head, tail };
}
