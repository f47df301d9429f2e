import { BACKSLASH } from './brackets.ts';
import { MAX_ENTRY } from './limits.ts';

/** Collects the text of one JSON value that spans several chunks, up to `MAX_ENTRY`. */
export class ValueCollector {
  #active = false;
  #pieces: string[] = [];
  #length = 0;
  #from = 0;
  /** Indices in the collected text where strings lost their ends. */
  #breaks: number[] = [];

  get active(): boolean {
    return this.#active;
  }

  /** The value begins at this index of the current chunk. */
  start(at: number): void {
    this.drop();
    this.#active = true;
    this.#from = at;
  }

  drop(): void {
    this.#active = false;
    this.#pieces = [];
    this.#breaks = [];
    this.#length = 0;
  }

  /** The current chunk ends, and the next one begins. */
  nextChunk(chunk: string): void {
    if (!this.#active) return;
    this.#add(chunk, chunk.length);
    this.#from = 0;
  }

  /** Leaves out a part of the current chunk that is inside a string. */
  leaveOut(chunk: string, from: number, to: number): void {
    if (!this.#active) return;
    this.#add(chunk, from);
    if (this.#breaks.at(-1) !== this.#length) this.#breaks.push(this.#length);
    this.#from = to;
  }

  /** The text up to this index of the current chunk; null when it is longer than `MAX_ENTRY`. */
  end(chunk: string, to: number): string | null {
    this.#add(chunk, to);
    const text = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
    const whole = this.#length <= MAX_ENTRY ? mended(text, this.#breaks) : null;
    this.drop();
    return whole;
  }

  #add(chunk: string, to: number): void {
    this.#length += to - this.#from;
    if (this.#length <= MAX_ENTRY) this.#pieces.push(chunk.slice(this.#from, to));
    else this.#pieces = [];
  }
}

/** Removes an incomplete escape sequence (RFC 8259 section 7) before each break. */
function mended(text: string, breaks: readonly number[]): string {
  if (breaks.length === 0) return text;
  let out = '';
  let from = 0;
  for (const at of breaks) {
    out += text.slice(from, wholeUpTo(text, at));
    from = at;
  }
  return out + text.slice(from);
}

function wholeUpTo(text: string, end: number): number {
  const last = text.lastIndexOf('\\', end - 1);
  if (last < end - 6) return end;
  let first = last;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  // The second backslash of a pair is escaped by the first.
  if ((last - first) % 2 === 1) return end;
  const length = text[last + 1] === 'u' ? 6 : 2;
  return end - last < length ? last : end;
}
