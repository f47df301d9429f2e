const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Reproducible random choices (mulberry32). */
export interface Rng {
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly text: (alphabet: string, length: number) => string;
  /** Characters of base64url. */
  readonly token: (length: number) => string;
  readonly lower: (length: number) => string;
  readonly digits: (length: number) => string;
  readonly hex: (length: number) => string;
}

/** The choices that a seed makes. */
export function rngOf(seed: number): Rng {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  return {
    below,
    pick,
    text,
    token: (length) => text(`${LOWER}${LOWER.toUpperCase()}${DIGITS}-_`, length),
    lower: (length) => text(LOWER, length),
    digits: (length) => `${1 + below(9)}${text(DIGITS, length - 1)}`,
    hex: (length) => text('0123456789abcdef', length),
  };
}
