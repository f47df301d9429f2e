import type { Units } from './units.ts';

/** The 128 characters of ASCII as bits, and one bit for all others. */
export type CharacterSet = readonly [number, number, number, number, number];

/** The characters of a text. */
export function charactersOf(units: Units): CharacterSet {
  const set: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const unit of units) {
    const word = unit < 128 ? unit >> 5 : 4;
    set[word] = (set[word] ?? 0) | (1 << (unit & 31));
  }
  if (set[4] !== 0) set[4] = 1;
  return set;
}

/** Whether two sets have a character in common. */
export function overlap(one: CharacterSet, other: CharacterSet): boolean {
  return (
    ((one[0] & other[0]) |
      (one[1] & other[1]) |
      (one[2] & other[2]) |
      (one[3] & other[3]) |
      (one[4] & other[4])) !==
    0
  );
}

/** The characters that an encoding writes otherwise. */
export function changedBy(encode: (units: Units) => Units): CharacterSet {
  const ascii = Array.from({ length: 128 }, (_, code) => code);
  const changed = [...ascii, 0xe9].filter((code) => {
    const written = encode([code]);
    return written.length !== 1 || written[0] !== code;
  });
  return charactersOf(changed);
}
