import { BitHashes } from './bit-hashes.ts';
import type { Secret } from './collect.ts';
import { FOLDED, folded } from './folded.ts';
import type { Pattern } from './patterns.ts';
import { Searched } from './searched.ts';

/** A place of a value in a text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly owner: Secret;
}

interface Entry {
  /** The first characters of the pattern, without case. */
  readonly head: string;
  /** The patterns that begin with it, longest first. */
  readonly patterns: Pattern[];
  /** The longest other head that this one begins with. */
  parent: Entry | null;
}

/**
 * The search compares at most this many characters at each place, so its time is linear for any
 * patterns.
 */
const HEAD = 256;
/** So many patterns with one head are compared. */
const MAX_PATTERNS = 200;
const GRAM = 4;
/** A beginning of this length before an ellipsis still reveals the value. */
const MIN_CUT = 6;
/** Chinese, Japanese and Korean have no space beside a word. */
const WORD = /(?![\u2E80-\uFFFF])[\p{L}\p{N}]/u;

/** Finds many patterns in one pass over a text. */
export class Matcher {
  /** Sorted entries, by the first four characters of their heads. */
  readonly #byGram = new Map<number, Entry[]>();
  readonly #grams: BitHashes;

  constructor(patterns: Iterable<Pattern>) {
    const byHead = new Map<string, Entry>();
    for (const pattern of patterns) {
      if (pattern.text.length < GRAM) continue;
      const head = folded(pattern.text.slice(0, HEAD));
      const entry = byHead.get(head);
      if (!entry) byHead.set(head, { head, patterns: [pattern], parent: null });
      else if (entry.patterns.length < MAX_PATTERNS) entry.patterns.push(pattern);
    }
    this.#grams = new BitHashes(byHead.size);
    for (const entry of byHead.values()) {
      const code = (at: number): number => entry.head.charCodeAt(at);
      const gram = gramOf(code(0), code(1), code(2), code(3));
      this.#grams.add(gram);
      const known = this.#byGram.get(gram);
      if (known) known.push(entry);
      else this.#byGram.set(gram, [entry]);
      if (entry.patterns.length > 1) entry.patterns.sort(longestFirst);
    }
    for (const entries of this.#byGram.values()) if (entries.length > 1) order(entries);
  }

  /** Every match that is not inside one of the same value, the longest at each place. */
  *matches(text: string): Generator<Match> {
    if (this.#byGram.size === 0) return;
    let searched: Searched | null = null;
    const last = text.length - GRAM;
    let [first, second, third] = [foldedAt(text, 0), foldedAt(text, 1), foldedAt(text, 2)];
    for (let start = 0; start <= last; start += 1) {
      const fourth = foldedAt(text, start + 3);
      const gram = gramOf(first, second, third, fourth);
      first = second;
      second = third;
      third = fourth;
      if (!this.#grams.has(gram)) continue;
      const entries = this.#byGram.get(gram);
      if (!entries) continue;
      searched ??= new Searched(text);
      const match = matchAt(entries, searched, start);
      if (match && searched.reach(match)) yield match;
    }
  }
}

function longestFirst(one: Pattern, other: Pattern): number {
  return other.text.length - one.text.length;
}

/** Sorts entries by their heads, and finds their parents. */
function order(entries: Entry[]): void {
  entries.sort((a, b) => (a.head < b.head ? -1 : 1));
  const open: Entry[] = [];
  for (const entry of entries) {
    while (open.length > 0 && !entry.head.startsWith(open.at(-1)?.head ?? '')) open.pop();
    entry.parent = open.at(-1) ?? null;
    open.push(entry);
  }
}

/** The match of one of the entries that begin with the characters there. */
function matchAt(entries: readonly Entry[], searched: Searched, start: number): Match | null {
  const { text } = searched;
  const index = lastUpTo(entries, text, start);
  const below = entries[index] ?? null;
  const agreed = sharedLength(below?.head ?? '', text, start);
  for (let entry = below; entry; entry = entry.parent) {
    // The head of a parent begins this one.
    const match = entry.head.length > agreed ? null : matchEntry(entry, searched, start);
    if (match) return match;
  }
  const after = entries[index + 1];
  return (
    (below && cutMatch(below, agreed, text, start)) ??
    (after ? cutMatch(after, sharedLength(after.head, text, start), text, start) : null)
  );
}

/** Index of the last head that does not sort after the text from here on. */
function lastUpTo(entries: readonly Entry[], text: string, start: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const head = entries[middle]?.head ?? '';
    const shared = sharedLength(head, text, start);
    const isUpTo =
      shared === head.length ||
      head.charCodeAt(shared) < (FOLDED[text.charCodeAt(start + shared)] ?? 0);
    if (isUpTo) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function foldedAt(text: string, at: number): number {
  return FOLDED[text.charCodeAt(at)] ?? 0;
}

/** Four characters without case, as one number. */
function gramOf(first: number, second: number, third: number, fourth: number): number {
  return (first << 16) ^ second ^ Math.imul((third << 16) ^ fourth, 0x85ebca6b);
}

/** How far a head without case and the text agree. */
function sharedLength(head: string, text: string, start: number): number {
  const most = Math.min(head.length, text.length - start);
  let length = 0;
  while (length < most && head.charCodeAt(length) === FOLDED[text.charCodeAt(start + length)]) {
    length += 1;
  }
  return length;
}

/** The match of an entry whose head stands there. */
function matchEntry(entry: Entry, searched: Searched, start: number): Match | null {
  const found =
    entry.patterns.find((pattern) => stands(pattern, searched, start, false)) ??
    entry.patterns.find((pattern) => pattern.anyCase && stands(pattern, searched, start, true));
  if (found) return extended(found, searched, start);
  return entry.head.length === HEAD ? longBeginning(entry, searched, start) : null;
}

function stands(pattern: Pattern, searched: Searched, start: number, anyCase: boolean): boolean {
  const { length } = pattern.text;
  const isThere =
    length <= HEAD
      ? anyCase || searched.text.startsWith(pattern.text, start)
      : length ===
        (anyCase ? searched.foldedLengthAt(start, pattern) : searched.lengthAt(start, pattern));
  return isThere && (!pattern.bounded || isWordOfItsOwn(searched.text, start, start + length));
}

/** A part of a value, as far as the value goes on around it and was not found yet. */
function extended(
  { text: part, partOf, owner }: Pattern,
  searched: Searched,
  start: number,
): Match {
  const end = start + part.length;
  if (partOf === null) return { start, end, owner };
  const { text } = searched;
  if (partOf.startsWith(part)) {
    let length = part.length;
    while (length < partOf.length && partOf.charCodeAt(length) === text.charCodeAt(start + length))
      length += 1;
    return { start, end: start + length, owner };
  }
  const reached = searched.reachedBy(owner);
  let first = start;
  let before = partOf.length - part.length - 1;
  while (first > reached && text.charCodeAt(first - 1) === partOf.charCodeAt(before)) {
    first -= 1;
    before -= 1;
  }
  return { start: first, end, owner };
}

/** A beginning of that length reveals the value, whatever follows. */
function longBeginning({ patterns }: Entry, searched: Searched, start: number): Match | null {
  let best: Match | null = null;
  for (const pattern of patterns) {
    const end = start + searched.lengthAt(start, pattern);
    if (end - start < MIN_CUT || (best !== null && end <= best.end)) continue;
    best = { start, end, owner: pattern.owner };
  }
  return best;
}

/** The beginning of a value that was cut with an ellipsis. */
function cutMatch(entry: Entry, agreed: number, text: string, start: number): Match | null {
  const first = entry.patterns.find(({ text: one, partOf }) => partOf?.startsWith(one) ?? true);
  const end = start + agreed;
  if (!first || agreed < MIN_CUT) return null;
  const isCut = text.startsWith('…', end) || text.startsWith('...', end);
  return isCut ? { start, end, owner: first.owner } : null;
}

/** Whether no letter or digit is next to that part of the text. */
export function isWordOfItsOwn(text: string, start: number, end: number): boolean {
  return !WORD.test(text.charAt(start - 1)) && !WORD.test(text.charAt(end));
}
