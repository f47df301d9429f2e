/** The part of a text that differs: where it begins, and where it ends. */
export type Range = readonly [start: number, end: number];

/** What is equal at both ends must be at least this long together to say something. */
const FEWEST = 4;

/**
 * Where two texts differ between what is equal at their beginning and at their end. None when they
 * are equal, and when they have next to nothing in common.
 */
export function differingParts(a: string, b: string): readonly [] | readonly [Range, Range] {
  if (a === b) return [];
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  // Half of a surrogate pair is no character.
  if (isHigh(a, start - 1)) start -= 1;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  if (isLow(a, a.length - end)) end -= 1;
  if (start + end < FEWEST) return [];
  return [
    [start, a.length - end],
    [start, b.length - end],
  ];
}

function isHigh(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[index] ?? '');
}

function isLow(text: string, index: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[index] ?? '');
}
