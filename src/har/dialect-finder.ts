import type { Dialect } from './dialect.ts';
import { dialectOfCreator, dialectOfEntry } from './known-dialects.ts';
import type { LogTool } from './log-head.ts';
import type { Loose } from './loose.ts';
import { UNKNOWN_PROGRAM } from './unknown-program.ts';

/** Entries that are searched for the product, because the first ones may be of extensions. */
const MAX_LOOKS = 100;

/** Finds out which program wrote a document: by its signature, else by its first entry. */
export class DialectFinder {
  #creator: LogTool | null = null;
  #dialect: Dialect | null = null;
  #brand: string | null = null;
  #looks = 0;

  /** The document names its program. Even an unknown program may write a known dialect. */
  signed(creator: LogTool): void {
    if (creator.name === '') return;
    this.#creator = creator;
    this.#dialect = dialectOfCreator(creator.name) ?? this.#dialect;
  }

  look(entry: Loose): void {
    this.#dialect ??= dialectOfEntry(entry) ?? UNKNOWN_PROGRAM;
    if (this.#brand !== null || this.#looks >= MAX_LOOKS) return;
    this.#looks += 1;
    this.#brand = this.#dialect.brandOf(entry);
  }

  /** Nothing more is learned from further entries. */
  get isSure(): boolean {
    return this.#dialect !== null && (this.#brand !== null || this.#looks >= MAX_LOOKS);
  }

  get dialect(): Dialect {
    return this.#dialect ?? UNKNOWN_PROGRAM;
  }

  /** What to call the program. */
  get title(): string {
    const signedByAnother =
      this.#creator !== null && dialectOfCreator(this.#creator.name) !== this.dialect;
    return (signedByAnother ? UNKNOWN_PROGRAM : this.dialect).title(this.#creator, this.#brand);
  }
}
