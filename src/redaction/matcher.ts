import { BitHashes } from './bit-hashes.ts';
import type { Secret } from './collect.ts';
import type { Pattern } from './patterns.ts';

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
/** Letters of Latin, Greek and Cyrillic are before this. */
const LAST_CASED = 0x2000;
/** Letters in lower case, unless that would change the length of the text. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= LAST_CASED) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});

/** Finds many patterns in one pass over a text. */
export class Matcher {
  readonly #entries: readonly Entry[];
  /** The first four characters of the heads. */
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
    this.#entries = [...byHead.values()].sort((a, b) => (a.head < b.head ? -1 : 1));
    this.#grams = new BitHashes(this.#entries.map(({ head }) => gramAt(head, 0)));
    const open: Entry[] = [];
    for (const entry of this.#entries) {
      entry.patterns.sort((a, b) => b.text.length - a.text.length);
      while (open.length > 0 && !entry.head.startsWith(open.at(-1)?.head ?? '')) open.pop();
      entry.parent = open.at(-1) ?? null;
      open.push(entry);
    }
  }

  /** Every match, the longest at each place. */
  *matches(text: string): Generator<Match> {
    if (this.#entries.length === 0) return;
    const last = text.length - GRAM;
    for (let start = 0; start <= last; start += 1) {
      if (!this.#grams.has(gramAt(text, start))) continue;
      const match = this.#matchAt(text, start);
      if (match) yield match;
    }
  }

  #matchAt(text: string, start: number): Match | null {
    const index = this.#lastUpTo(text, start);
    const below = this.#entries[index];
    for (let entry: Entry | null = below ?? null; entry; entry = entry.parent) {
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
        shared === head.length ||
        head.charCodeAt(shared) < (FOLDED[text.charCodeAt(start + shared)] ?? 0);
      if (isUpTo) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function folded(text: string): string {
  return text.replace(/[A-Z\u0080-\u1FFF]/g, (letter) =>
    String.fromCharCode(FOLDED[letter.charCodeAt(0)] ?? 0),
  );
}

/** The next characters without case, as one number. */
function gramAt(text: string, at: number): number {
  const first = ((FOLDED[text.charCodeAt(at)] ?? 0) << 16) ^ (FOLDED[text.charCodeAt(at + 1)] ?? 0);
  const next =
    ((FOLDED[text.charCodeAt(at + 2)] ?? 0) << 16) ^ (FOLDED[text.charCodeAt(at + 3)] ?? 0);
  return first ^ Math.imul(next, 0x85ebca6b);
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

function exactLength(pattern: string, text: string, start: number): number {
  const most = Math.min(pattern.length, text.length - start);
  let length = 0;
  while (length < most && pattern.charCodeAt(length) === text.charCodeAt(start + length))
    length += 1;
  return length;
}

function matchEntry(entry: Entry, text: string, start: number): Match | null {
  if (sharedLength(entry.head, text, start) < entry.head.length) return null;
  const found =
    entry.patterns.find((pattern) => stands(pattern, text, start, false)) ??
    entry.patterns.find((pattern) => pattern.anyCase && stands(pattern, text, start, true));
  if (found) return extended(found, text, start);
  return entry.head.length === HEAD ? longBeginning(entry, text, start) : null;
}

function stands(
  { text: pattern, bounded }: Pattern,
  text: string,
  start: number,
  anyCase: boolean,
): boolean {
  const end = start + pattern.length;
  const isThere = anyCase
    ? folded(text.slice(start, end)) === folded(pattern)
    : text.startsWith(pattern, start);
  return isThere && (!bounded || isWordOfItsOwn(text, start, end));
}

/** A part of a value, as far as the value goes on around it. */
function extended({ text: part, partOf, owner }: Pattern, text: string, start: number): Match {
  const end = start + part.length;
  if (partOf === null) return { start, end, owner };
  if (partOf.startsWith(part))
    return { start, end: start + exactLength(partOf, text, start), owner };
  let first = start;
  let before = partOf.length - part.length - 1;
  while (first > 0 && before >= 0 && text.charCodeAt(first - 1) === partOf.charCodeAt(before)) {
    first -= 1;
    before -= 1;
  }
  return { start: first, end, owner };
}

/** A beginning of that length reveals the value, whatever follows. */
function longBeginning({ patterns }: Entry, text: string, start: number): Match | null {
  let best: Match | null = null;
  for (const { text: pattern, owner } of patterns) {
    const end = start + exactLength(pattern, text, start);
    if (end - start >= MIN_CUT && (best === null || end > best.end)) best = { start, end, owner };
  }
  return best;
}

/** The beginning of a value that was cut with an ellipsis. */
function cutMatch(
  text: string,
  start: number,
  neighbours: readonly (Entry | undefined)[],
): Match | null {
  for (const entry of neighbours) {
    const first = entry?.patterns.find(({ partOf }) => partOf === null);
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
