/** A place in a file as editors show it; lines and columns begin at 1. */
export interface TextPosition {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
}

/** Counts lines in text that arrives in chunks. */
export class PositionCounter {
  #line = 1;
  #column = 1;

  /** The chunk has been read. */
  pass(chunk: string): void {
    const { line, column } = this.at(chunk, chunk.length);
    this.#line = line;
    this.#column = column;
  }

  /** The position of an index in the current chunk. */
  at(chunk: string, index: number): TextPosition {
    let line = this.#line;
    let last = -1;
    for (let at = chunk.indexOf('\n'); at >= 0 && at < index; at = chunk.indexOf('\n', at + 1)) {
      line += 1;
      last = at;
    }
    return { line, column: last < 0 ? this.#column + index : index - last };
  }
}
