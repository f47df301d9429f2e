/** A place in a file as editors show it; lines and columns begin at 1. */
export interface TextPosition {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
}

/** Counts lines in text that arrives in chunks. */
export class PositionCounter {
  /** The line of `#index`, and where it begins in the current chunk; negative in an earlier one. */
  #line = 1;
  #begin = 0;
  /** Up to here the current chunk has been counted. */
  #index = 0;

  /** The chunk has been read. */
  pass(chunk: string): void {
    this.at(chunk, chunk.length);
    this.#begin -= chunk.length;
    this.#index = 0;
  }

  /** The position of an index in the current chunk; indices must not decrease. */
  at(chunk: string, index: number): TextPosition {
    // A search in the rest of the chunk would take too long for each of many places in one line.
    const part = chunk.slice(this.#index, index);
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      this.#line += 1;
      this.#begin = this.#index + at + 1;
    }
    this.#index = index;
    return { line: this.#line, column: index - this.#begin + 1 };
  }
}
