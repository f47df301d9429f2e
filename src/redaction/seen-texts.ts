const MAX_TEXTS = 20_000;
/** Longer texts seldom repeat. */
const LONGEST = 2_000;
/** Up to this length, texts that differ in their digits alone are remembered as one. */
const LONGEST_SHAPE = 100;
const DIGIT = /\d/g;
/** Ten digits can be a time. A name before a sign, and what is percent-encoded, can depend on a digit. */
const DEPENDS_ON_DIGITS = /\d{10}|[%=:]/;

/** Remembers which texts were read for what, because recordings repeat URLs and header fields. */
export class SeenTexts {
  readonly #texts = new Map<string, Set<string>>();
  readonly #silent = new Set<string>();

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

  /** Whether no word tells anything in a text that differs in its digits alone. */
  isSilent(text: string): boolean {
    return text.length <= LONGEST_SHAPE && this.#silent.has(text.replace(DIGIT, '7'));
  }

  /** Remembers a text in which no word tells anything. */
  noteSilent(text: string): void {
    if (text.length > LONGEST_SHAPE || DEPENDS_ON_DIGITS.test(text)) return;
    if (this.#silent.size >= MAX_TEXTS) this.#silent.clear();
    this.#silent.add(text.replace(DIGIT, '7'));
  }
}
