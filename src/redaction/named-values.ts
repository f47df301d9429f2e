import type { Secret } from './collect.ts';
import { isWordOfItsOwn, type Match } from './matcher.ts';

/** A name, and the text between it and its value in URLs, JSON, headers and sentences. */
const NAMED =
  /([\w.[\]-]{1,64})(["'`”’*]{0,2}\s{0,2}(?:=|:|\bis\b|\bwas\b|\bof\b)\s{0,2}["'`“‘]?)/g;
const QUOTED = /(?<=["'`“‘])[^"'`“”‘’\n]{1,24}(?=["'`”’])/g;

/** Finds values after their own name that are too short or too common to be followed everywhere. */
export class NamedValues {
  readonly #byName = new Map<string, Map<string, Secret>>();
  readonly #lengths = new Map<string, Set<number>>();
  readonly #quotable = new Map<string, Secret>();

  /** `isWord`: the value is also a public word, so quotes alone do not reveal it. */
  add(secret: Secret, isWord: boolean): void {
    if (!isWord) this.#quotable.set(secret.value, secret);
    for (const name of secret.names) {
      const key = name.toLowerCase();
      const values = this.#byName.get(key) ?? new Map<string, Secret>();
      const lengths = this.#lengths.get(key) ?? new Set<number>();
      this.#byName.set(key, values.set(secret.value, secret));
      this.#lengths.set(key, lengths.add(secret.value.length));
    }
  }

  *matches(text: string): Generator<Match<Secret>> {
    if (this.#byName.size === 0) return;
    for (const match of text.matchAll(NAMED)) {
      const [whole, name = ''] = match;
      const found = this.#valueAt(text, match.index + whole.length, name.toLowerCase());
      if (found) yield found;
    }
    for (const match of text.matchAll(QUOTED)) {
      const owner = this.#quotable.get(match[0]);
      if (owner) yield { start: match.index, end: match.index + match[0].length, owner };
    }
  }

  #valueAt(text: string, start: number, name: string): Match<Secret> | null {
    const values = this.#byName.get(name);
    if (!values) return null;
    let best: Match<Secret> | null = null;
    for (const length of this.#lengths.get(name) ?? []) {
      const end = start + length;
      const owner = values.get(text.slice(start, end));
      const isWhole = owner !== undefined && isWordOfItsOwn(text, start, end);
      if (isWhole && (best === null || end > best.end)) best = { start, end, owner };
    }
    return best;
  }
}
