import type { Pattern } from './patterns.ts';

/** A place of a pattern in a text. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly owner: T;
}

interface Entry<T> {
  /** The first characters of the pattern. */
  readonly head: string;
  /** The patterns that begin with it, longest first. */
  readonly patterns: (Pattern & { readonly owner: T })[];
  /** The longest other head that this one begins with. */
  parent: Entry<T> | null;
}

/**
 * The search compares at most this many characters at each place, so its time is linear for any
 * patterns.
 */
const HEAD = 256;
const GRAM = 3;
/** A beginning of this length before an ellipsis still reveals the value. */
const MIN_CUT = 6;
const WORD = /[\p{L}\p{N}]/u;

/** Finds many patterns in one pass over a text. */
export class Matcher<T> {
  readonly #entries: Entry<T>[];
  readonly #grams: ReadonlySet<number>;

  constructor(patterns: Iterable<Pattern & { readonly owner: T }>) {
    const byHead = new Map<string, Entry<T>>();
    for (const pattern of patterns) {
      if (pattern.text.length < GRAM) continue;
      const head = pattern.text.slice(0, HEAD);
      const entry = byHead.get(head);
      if (entry) entry.patterns.push(pattern);
      else byHead.set(head, { head, patterns: [pattern], parent: null });
    }
    this.#entries = [...byHead.values()].sort((a, b) => (a.head < b.head ? -1 : 1));
    this.#grams = new Set(this.#entries.map(({ head }) => gram(head, 0)));
    const open: Entry<T>[] = [];
    for (const entry of this.#entries) {
      entry.patterns.sort((a, b) => b.text.length - a.text.length);
      while (open.length > 0 && !entry.head.startsWith(open.at(-1)?.head ?? '')) open.pop();
      entry.parent = open.at(-1) ?? null;
      open.push(entry);
    }
  }

  /** Every match, the longest at each place. */
  *matches(text: string): Generator<Match<T>> {
    if (this.#entries.length === 0) return;
    for (let start = 0; start + GRAM <= text.length; start += 1) {
      if (!this.#grams.has(gram(text, start))) continue;
      const match = this.#matchAt(text, start);
      if (match) yield match;
    }
  }

  #matchAt(text: string, start: number): Match<T> | null {
    const index = this.#lastUpTo(text, start);
    const below = this.#entries[index];
    for (let entry: Entry<T> | null = below ?? null; entry; entry = entry.parent) {
      const match = matchEntry(entry, text, start);
      if (match) return match;
    }
    return cutMatch(text, start, [below, this.#entries[index + 1]]);
  }

  /** Index of the last head that does not sort after the text from here on. */
  #lastUpTo(text: string, start: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const head = this.#entries[middle]?.head ?? '';
      const shared = sharedLength(head, text, start);
      const isUpTo =
        shared === head.length || head.charCodeAt(shared) < text.charCodeAt(start + shared);
      if (isUpTo) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** The first characters as one number. */
function gram(text: string, at: number): number {
  const pair = text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
  return pair * 0x10000 + text.charCodeAt(at + 2);
}

function sharedLength(head: string, text: string, start: number): number {
  const most = Math.min(head.length, text.length - start);
  let length = 0;
  while (length < most && head.charCodeAt(length) === text.charCodeAt(start + length)) length += 1;
  return length;
}

function matchEntry<T>(entry: Entry<T>, text: string, start: number): Match<T> | null {
  if (sharedLength(entry.head, text, start) < entry.head.length) return null;
  for (const { text: pattern, bounded, owner } of entry.patterns) {
    if (!text.startsWith(pattern, start)) continue;
    const end = start + pattern.length;
    if (!bounded || isWordOfItsOwn(text, start, end)) return { start, end, owner };
  }
  return entry.head.length === HEAD ? longBeginning(entry, text, start) : null;
}

/** A beginning of that length reveals the value, whatever follows. */
function longBeginning<T>({ patterns }: Entry<T>, text: string, start: number): Match<T> | null {
  let best: Match<T> | null = null;
  for (const { text: pattern, owner } of patterns) {
    const end = start + sharedLength(pattern, text, start);
    if (best === null || end > best.end) best = { start, end, owner };
  }
  return best;
}

/** The beginning of a value that was cut with an ellipsis. */
function cutMatch<T>(
  text: string,
  start: number,
  neighbours: readonly (Entry<T> | undefined)[],
): Match<T> | null {
  for (const entry of neighbours) {
    const first = entry?.patterns.at(0);
    if (!entry || !first) continue;
    const end = start + sharedLength(entry.head, text, start);
    const isCut = text.startsWith('…', end) || text.startsWith('...', end);
    if (isCut && end - start >= MIN_CUT) return { start, end, owner: first.owner };
  }
  return null;
}

/** Whether no letter or digit is next to that part of the text. */
export function isWordOfItsOwn(text: string, start: number, end: number): boolean {
  return !WORD.test(text.charAt(start - 1)) && !WORD.test(text.charAt(end));
}
