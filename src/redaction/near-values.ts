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
  const byHalf = new Map<string, string[]>();
  for (const value of values) {
    if (value.length < SHORTEST || value.length > LONGEST) continue;
    const keys = halves(value);
    const others = new Set(keys.flatMap((key) => byHalf.get(key) ?? []));
    const base = [...others].find((other) => isNear(value, other));
    if (base !== undefined) near.set(value, { base, ...alike(value, base) });
    for (const key of keys) {
      const known = byHalf.get(key) ?? [];
      if (known.length < MAX_COMPARED) known.push(value);
      byHalf.set(key, known);
    }
  }
  return near;
}

function halves(value: string): readonly string[] {
  const size = Math.floor((value.length - 1) / 2);
  // One character more or less moves the middle.
  const sizes = new Set([size, size - 1]);
  return [
    `=${value.toLowerCase()}`,
    ...[...sizes].flatMap((one) => [`<${value.slice(0, one)}`, `>${value.slice(-one)}`]),
  ];
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
