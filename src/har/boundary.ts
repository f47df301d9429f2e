/** A gap that is wider is no separator. */
const MAX_GAP = 200;
const FIRST_KEY = /\{\s*"[^"\\]{1,64}"\s*:/y;
const INDENTATION = /\{\s*"/y;

/**
 * Guesses where the entries of a list end from how two of them were set apart: recorders write all
 * of them alike. Searching for that takes a fraction of counting brackets. A guess is right when
 * what lies before it is JSON as a whole; who asks says so.
 */
export class Boundary {
  /** From the closing brace of an entry into the next one. */
  #pattern = '';
  /** The pattern does not stand in the rest of the present chunk. */
  #absent = false;
  #hits = 0;
  #misses = 0;

  /** An entry ended here, and the next one begins there. */
  learn(chunk: string, end: number, next: number): void {
    if (this.#pattern !== '' || this.#hopeless || next - end > MAX_GAP) return;
    const gap = chunk.slice(end - 1, next);
    // An indentation is that of entries alone; on one line, the first key tells them from the rest.
    const begin = gap.includes('\n') ? INDENTATION : FIRST_KEY;
    begin.lastIndex = next;
    const head = begin.exec(chunk)?.[0];
    if (head !== undefined) this.#pattern = gap + head;
  }

  /** Where the entry that begins here may end; -1 when nothing says so. */
  guess(chunk: string, start: number): number {
    if (this.#pattern === '' || this.#absent) return -1;
    const found = chunk.indexOf(this.#pattern, start);
    // A chunk of very many small entries must not be searched to its end for each of them.
    this.#absent = found < 0;
    return this.#absent ? -1 : found + 1;
  }

  nextChunk(): void {
    this.#absent = false;
  }

  hit(): void {
    this.#hits += 1;
  }

  /** What was guessed was wrong: another pair of entries may teach better. */
  miss(): void {
    this.#misses += 1;
    this.#pattern = '';
  }

  /** A wrong guess costs as much as the entry itself. */
  get #hopeless(): boolean {
    return this.#misses * 8 > this.#hits + 64;
  }
}
