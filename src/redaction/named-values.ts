import type { Secret } from './collect.ts';
import { isWordOfItsOwn, type Match } from './matcher.ts';
import { nameBefore } from './name-before.ts';

/** Between a name and its value in URLs, JSON, XML, headers and sentences. */
const BETWEEN = /[=:>]|\b(?:is|was|of)\b/g;
const VALUE_AFTER = /\s{0,20}[[("'`“‘]{0,3}/y;
/** `name="…" value="…"` of HTML fields, and the parts of a multipart form (RFC 7578). */
const FIELD = /\bname="([^"\n]{1,64})"(?:[^<>"\n]{0,40}\bvalue="|\r?\n\r?\n)/g;
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

  *matches(text: string): Generator<Match> {
    if (this.#byName.size === 0) return;
    for (const { 0: between, index } of text.matchAll(BETWEEN)) {
      const name = nameBefore(text, index).toLowerCase();
      if (!this.#byName.has(name)) continue;
      VALUE_AFTER.lastIndex = index + between.length;
      VALUE_AFTER.test(text);
      const found = this.#valueAt(text, VALUE_AFTER.lastIndex, name);
      if (found) yield found;
    }
    for (const { 0: whole, 1: name = '', index } of text.matchAll(FIELD)) {
      const found = this.#valueAt(text, index + whole.length, name.toLowerCase());
      if (found) yield found;
    }
    if (this.#quotable.size === 0) return;
    for (const match of text.matchAll(QUOTED)) {
      const owner = this.#quotable.get(match[0]);
      if (owner) yield { start: match.index, end: match.index + match[0].length, owner };
    }
  }

  #valueAt(text: string, start: number, name: string): Match | null {
    const values = this.#byName.get(name);
    if (!values) return null;
    let best: Match | null = null;
    for (const length of this.#lengths.get(name) ?? []) {
      const end = start + length;
      const owner = values.get(text.slice(start, end));
      const isWhole = owner !== undefined && isWordOfItsOwn(text, start, end);
      if (isWhole && (best === null || end > best.end)) best = { start, end, owner };
    }
    return best;
  }
}
