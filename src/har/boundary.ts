/** The most characters between two entries. */
const MAX_GAP = 200;
const FIRST_KEY = /\{\s*"[^"\\]{1,64}"\s*:/y;
const INDENTATION = /\{\s*"/y;

/**
 * Guesses where each entry ends. Programs write all entries alike, so the text between two of them
 * is the text between any two, and searching for it is much faster than counting brackets. The
 * caller checks each guess: it is right when the text before it is valid JSON.
 */
export class Boundary {
  /** The text from the closing brace of an entry to the first key of the next one. */
  #pattern = '';
  /** The rest of the current chunk does not contain the pattern. */
  #absent = false;
  #hits = 0;
  #misses = 0;

  /** An entry ended here, and the next one begins there. */
  learn(chunk: string, end: number, next: number): void {
    if (this.#pattern !== '' || this.#hopeless || next - end > MAX_GAP) return;
    const gap = chunk.slice(end - 1, next);
    // Only entries have this indentation. Without line breaks, the first key identifies them.
    const begin = gap.includes('\n') ? INDENTATION : FIRST_KEY;
    begin.lastIndex = next;
    const head = begin.exec(chunk)?.[0];
    if (head !== undefined) this.#pattern = gap + head;
  }

  /** Where the entry that begins here probably ends; -1 without a guess. */
  guess(chunk: string, start: number): number {
    if (this.#pattern === '' || this.#absent) return -1;
    const found = chunk.indexOf(this.#pattern, start);
    // Otherwise a chunk of many small entries would be searched to its end for each of them.
    this.#absent = found < 0;
    return this.#absent ? -1 : found + 1;
  }

  nextChunk(): void {
    this.#absent = false;
  }

  hit(): void {
    this.#hits += 1;
  }

  /** The guess was wrong: another pair of entries may give a better pattern. */
  miss(): void {
    this.#misses += 1;
    this.#pattern = '';
  }

  /** A wrong guess costs as much as the entry itself. */
  get #hopeless(): boolean {
    return this.#misses * 8 > this.#hits + 64;
  }
}
