import type { Secret } from '../collect.ts';
import type { StandIns } from '../stand-ins.ts';

/** What stands for a value, and how often. */
export interface Replaced {
  readonly standIn: string;
  readonly times: number;
}

/** Longer texts rarely repeat. */
const MAX_REMEMBERED = 4_096;
const MAX_TEXTS = 20_000;

interface Known {
  readonly text: string;
  readonly used: readonly Secret[];
}

/** Gives out stand-ins and counts them, also where a text that was seen before is not read again. */
export class Tally {
  readonly replaced = new Map<Secret, Replaced>();
  readonly #standIns: StandIns;
  /** What the text that is being remembered uses; null outside of one. */
  #used: Secret[] | null = null;

  constructor(standIns: StandIns) {
    this.#standIns = standIns;
  }

  readonly standIn = (secret: Secret): string => {
    const text = this.#standIns.of(secret);
    if (text !== secret.value) this.#count(secret, text);
    return text;
  };

  /** Remembers what became of short texts, because recordings repeat headers and addresses. */
  remembered(rewrite: (text: string) => string): (text: string) => string {
    const known = new Map<string, Known>();
    return (text) => {
      if (text.length > MAX_REMEMBERED) return rewrite(text);
      const before = known.get(text);
      if (before) {
        for (const secret of before.used) this.#count(secret, this.#standIns.of(secret));
        return before.text;
      }
      const outer = this.#used;
      const own: Secret[] = [];
      this.#used = own;
      const rewritten = rewrite(text);
      this.#used = outer;
      if (outer !== null) for (const secret of own) outer.push(secret);
      if (known.size >= MAX_TEXTS) known.clear();
      known.set(text, { text: rewritten, used: own });
      return rewritten;
    };
  }

  #count(secret: Secret, standIn: string): void {
    const times = (this.replaced.get(secret)?.times ?? 0) + 1;
    this.replaced.set(secret, { standIn, times });
    this.#used?.push(secret);
  }
}
