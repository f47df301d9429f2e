const MAX_TEXTS = 20_000;
/** Longer texts seldom repeat. */
const LONGEST = 2_000;

/** Remembers which texts were read for what, because recordings repeat URLs and header fields. */
export class SeenTexts {
  readonly #texts = new Map<string, Set<string>>();

  /** Whether a text was not yet read for that. Some texts are forgotten and are new again. */
  isNew(reason: string, text: string): boolean {
    if (text.length > LONGEST) return true;
    const known = this.#texts.get(reason);
    if (!known) this.#texts.set(reason, new Set([text]));
    else if (known.has(text)) return false;
    else {
      if (known.size >= MAX_TEXTS) known.clear();
      known.add(text);
    }
    return true;
  }
}
