import { BACKSLASH } from './brackets.ts';
import { MAX_STRING } from './limits.ts';

/** Finds the ends of JSON strings in text that arrives in chunks. */
export class StringSkipper {
  #inside = false;
  #escaped = false;
  /** Characters of the current string in earlier chunks. */
  #before = 0;

  /** The text so far ends inside a string. */
  get inside(): boolean {
    return this.#inside;
  }

  /** A quote opened a string. */
  begin(): void {
    this.#inside = true;
    this.#escaped = false;
    this.#before = 0;
  }

  /**
   * Returns the index after the closing quote, or the end of the chunk. Calls `leaveOut` with the
   * part of the string that is beyond `MAX_STRING`.
   */
  skip(chunk: string, start: number, leaveOut: (from: number, to: number) => void): number {
    const next = this.#end(chunk, start);
    const end = this.#inside ? next : next - 1;
    const room = Math.max(0, MAX_STRING - this.#before);
    if (end - start > room) leaveOut(start + room, end);
    this.#before += end - start;
    return next;
  }

  #end(chunk: string, start: number): number {
    let at = start;
    if (this.#escaped) {
      this.#escaped = false;
      at += 1;
    }
    for (;;) {
      const quote = chunk.indexOf('"', at);
      const end = quote < 0 ? chunk.length : quote;
      let backslashes = 0;
      while (end - backslashes > at && chunk.charCodeAt(end - backslashes - 1) === BACKSLASH) {
        backslashes += 1;
      }
      const odd = backslashes % 2 === 1;
      if (quote < 0) {
        this.#escaped = odd;
        return chunk.length;
      }
      at = quote + 1;
      if (odd) continue;
      this.#inside = false;
      return at;
    }
  }
}
