/** Two places that belong together. Null where one list has no counterpart. */
export interface Pair {
  readonly a: number | null;
  readonly b: number | null;
}

/**
 * Aligns two lists of names in their order. The first `x` of one list belongs to the first `x` of the
 * other, and so on, except where that would cross more of the others. It takes n log n.
 */
export function align(a: readonly string[], b: readonly string[]): readonly Pair[] {
  // The result must not depend on which list comes first.
  if (a.join('\n') <= b.join('\n')) return alignTo(a, b);
  return alignTo(b, a).map((pair) => ({ a: pair.b, b: pair.a }));
}

function alignTo(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const places = new Map<string, number[]>();
  b.forEach((name, index) => {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  });
  const used = new Map<string, number>();
  const partner = a.map((name) => {
    const nth = used.get(name) ?? 0;
    used.set(name, nth + 1);
    return places.get(name)?.[nth] ?? null;
  });
  const kept = longestRising(partner);
  const pairs: Pair[] = [];
  let next = 0;
  partner.forEach((to, index) => {
    if (to === null || !kept.has(index)) {
      pairs.push({ a: index, b: null });
      return;
    }
    for (; next < to; next += 1) pairs.push({ a: null, b: next });
    pairs.push({ a: index, b: to });
    next = to + 1;
  });
  for (; next < b.length; next += 1) pairs.push({ a: null, b: next });
  return pairs;
}

/** The indexes of a longest part of the list whose numbers rise. */
function longestRising(numbers: readonly (number | null)[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number>();
  const at = (index: number | undefined): number => numbers[index ?? -1] ?? -1;
  numbers.forEach((number, index) => {
    if (number === null) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(ends[middle]) < number) low = middle + 1;
      else high = middle;
    }
    const previous = ends[low - 1];
    if (previous !== undefined) before.set(index, previous);
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before.get(index)) kept.add(index);
  return kept;
}
