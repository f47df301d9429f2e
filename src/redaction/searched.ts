import { memoised } from '../http/memo.ts';
import { Agreement, repeating } from './agreement.ts';
import type { Secret } from './collect.ts';
import { FOLDED, folded } from './folded.ts';
import type { Match } from './matcher.ts';
import type { Pattern } from './patterns.ts';

const asWritten = memoised(({ text }: Pattern) => repeating(text));
const withoutCase = memoised(({ text }: Pattern) => repeating(folded(text)));

/** A text while it is searched from its beginning to its end. */
export class Searched {
  readonly text: string;
  readonly #exact = new Map<Pattern, Agreement>();
  readonly #anyCase = new Map<Pattern, Agreement>();
  readonly #reached = new Map<Secret, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** How far a pattern and the text agree. */
  lengthAt(start: number, pattern: Pattern): number {
    let agreement = this.#exact.get(pattern);
    if (!agreement) {
      agreement = new Agreement(asWritten(pattern), (index) => this.text.charCodeAt(index));
      this.#exact.set(pattern, agreement);
    }
    return agreement.lengthAt(start);
  }

  /** The same without case. */
  foldedLengthAt(start: number, pattern: Pattern): number {
    let agreement = this.#anyCase.get(pattern);
    if (!agreement) {
      // After the end, FOLDED has no number.
      const codeAt = (index: number) => FOLDED[this.text.charCodeAt(index)];
      agreement = new Agreement(withoutCase(pattern), codeAt);
      this.#anyCase.set(pattern, agreement);
    }
    return agreement.lengthAt(start);
  }

  /** Where the last match of a value ends. */
  reachedBy(owner: Secret): number {
    return this.#reached.get(owner) ?? 0;
  }

  /** Notes a match. False when it is inside one of the same value. */
  reach({ end, owner }: Match): boolean {
    if (end <= this.reachedBy(owner)) return false;
    this.#reached.set(owner, end);
    return true;
  }
}
