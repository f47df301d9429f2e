import type { Gap } from '../http/exchange.ts';

/** Characters of an entry that are searched for signs of what matters. */
const MAX_SEARCHED = 20_000;

/** The entries of a file that cannot be read. */
export class UnreadEntries {
  readonly #mayMatter: (text: string) => boolean;
  #count = 0;
  #matter = 0;
  #first: string | null = null;

  constructor(mayMatter: (text: string) => boolean = () => false) {
    this.#mayMatter = mayMatter;
  }

  /** Notes an entry: its name and its problem as a sentence without a full stop, and its text. */
  add(problem: string, text: string): void {
    this.#count += 1;
    const matters = this.#mayMatter(text.slice(0, MAX_SEARCHED));
    if (matters) this.#matter += 1;
    if (this.#first === null || (matters && this.#matter === 1)) this.#first = problem;
  }

  get count(): number {
    return this.#count;
  }

  /** The gap of the file; empty when every entry was read. */
  gaps(file: string, total: number): readonly Gap[] {
    if (this.#count === 0) return [];
    const these = `${this.#count} of ${total} entries of ${file} could not be read: ${this.#first}.`;
    if (this.#matter === 0) return [{ kind: 'unread-entry', text: these, at: null }];
    const what = this.#matter === 1 ? 'One of them' : `${this.#matter} of them`;
    const text = `${these} ${what} may be part of a login: what seems to be missing may be there.`;
    return [{ kind: 'unread-message', text, at: null }];
  }

  /** Why a file without one entry that can be read is refused. */
  refusal(file: string, total: number): string | null {
    if (this.#count === 0 || this.#count < total) return null;
    const all = total === 1 ? 'its only entry' : `none of its ${total} entries`;
    return `${file}: ${total === 1 ? `${all} cannot` : `${all} can`} be read: ${this.#first}`;
  }
}
