import { BACKSLASH } from './brackets.ts';
import { MAX_ENTRY } from './limits.ts';

/** Collects the text of one value out of the chunks that it lies in, up to a limit. */
export class ValueCollector {
  #active = false;
  #pieces: string[] = [];
  #length = 0;
  #from = 0;
  /** Where strings lost their ends, in the collected text. */
  #breaks: number[] = [];

  get active(): boolean {
    return this.#active;
  }

  /** Begins at this place of the present chunk. */
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

  /** The present chunk ends here, and the next one begins. */
  nextChunk(chunk: string): void {
    if (!this.#active) return;
    this.#add(chunk, chunk.length);
    this.#from = 0;
  }

  /** Leaves out a part of the present chunk that lies inside a string. */
  leaveOut(chunk: string, from: number, to: number): void {
    if (!this.#active) return;
    this.#add(chunk, from);
    if (this.#breaks.at(-1) !== this.#length) this.#breaks.push(this.#length);
    this.#from = to;
  }

  /** The text up to this place of the present chunk; null when it is longer than any entry. */
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

/** Takes away what is left of an escape sequence (RFC 8259 section 7) before each break. */
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
  // The second of a pair is an escaped one.
  if ((last - first) % 2 === 1) return end;
  const length = text[last + 1] === 'u' ? 6 : 2;
  return end - last < length ? last : end;
}
