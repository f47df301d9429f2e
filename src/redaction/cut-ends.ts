import { BitHashes } from './bit-hashes.ts';
import { gramAt } from './gram.ts';
import type { Match } from './matcher.ts';
import type { Pattern } from './patterns.ts';

const ELLIPSIS = /…|\.{3,}/g;
/** An end of this length behind an ellipsis still reveals the value. */
const MIN_CUT = 6;
/** A longer end of a random value is found by its last characters alone. */
const MAX_CUT = 48;
/** So many values with one end are compared. */
const MAX_COMPARED = 20;
const WORD = /[\p{L}\p{N}]/u;
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(WORD.test(String.fromCharCode(code))),
);

/** Finds the ends of values that were cut with an ellipsis at the beginning. */
export class CutEnds {
  /** By their last characters. */
  readonly #byEnd = new Map<string, Pattern[]>();
  /** The characters with which an end can begin. */
  readonly #begins: BitHashes;

  constructor(patterns: Iterable<Pattern>) {
    const ends = [];
    for (const pattern of patterns) {
      const { text, partOf } = pattern;
      if (partOf !== null || text.length <= MIN_CUT) continue;
      ends.push(text.slice(-MAX_CUT));
      const end = text.slice(-MIN_CUT);
      const known = this.#byEnd.get(end);
      if (!known) this.#byEnd.set(end, [pattern]);
      else if (known.length < MAX_COMPARED) known.push(pattern);
    }
    this.#begins = new BitHashes(ends.reduce((sum, end) => sum + end.length, 0));
    for (const end of ends) {
      for (let at = 0; at + MIN_CUT <= end.length; at += 1) this.#begins.add(gramAt(end, at));
    }
  }

  /** The longest end of a value behind each ellipsis. */
  *matches(text: string): Generator<Match> {
    if (this.#byEnd.size === 0 || !(text.includes('…') || text.includes('...'))) return;
    for (const { 0: dots, index } of text.matchAll(ELLIPSIS)) {
      const start = index + dots.length;
      const match = this.#begins.has(gramAt(text, start)) ? this.#behind(text, start) : null;
      if (match) yield match;
    }
  }

  #behind(text: string, start: number): Match | null {
    const most = Math.min(text.length, start + MAX_CUT);
    let goesOn = isWordAt(text, most);
    for (let end = most; end >= start + MIN_CUT; end -= 1) {
      const isInWord = goesOn;
      goesOn = isWordAt(text, end - 1);
      if (isInWord && goesOn) continue;
      const known = this.#byEnd.get(text.slice(end - MIN_CUT, end));
      const cut = known && text.slice(start, end);
      const owner = cut && known.find((pattern) => pattern.text.endsWith(cut))?.owner;
      if (owner) return { start, end, owner };
    }
    return null;
  }
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ASCII_WORD[code] === 1 : WORD.test(text.charAt(at));
}
