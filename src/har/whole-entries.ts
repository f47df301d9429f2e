import { Boundary } from './boundary.ts';
import { OPEN_BRACE, objectEnd } from './brackets.ts';
import type { EntryList } from './entry-list.ts';
import { parseLenient } from './lenient-json.ts';
import { isRecord, parseJson } from './loose.ts';
import type { NoEntry } from './scanner.ts';

/** Takes the entries that lie in one chunk: they need none of the bookkeeping of a scanner. */
export class WholeEntries {
  readonly #entries: EntryList;
  readonly #boundary = new Boundary();
  /** Where the last entry ended in the current chunk; 0 when none did. */
  #last = 0;

  constructor(entries: EntryList) {
    this.#entries = entries;
  }

  nextChunk(): void {
    this.#last = 0;
    this.#boundary.nextChunk();
  }

  /** Hands out the entry that begins here and returns where it ends; null when none is whole. */
  take(chunk: string, at: number): number | null {
    if (chunk.charCodeAt(at) !== OPEN_BRACE) return null;
    if (this.#last > 0) this.#boundary.learn(chunk, this.#last, at);
    const end = this.#guessed(chunk, at) ?? this.#counted(chunk, at);
    this.#last = end ?? 0;
    return end;
  }

  #guessed(chunk: string, at: number): number | null {
    const end = this.#boundary.guess(chunk, at);
    if (end < 0) return null;
    if (this.#entries.leaveOut(chunk, at, end)) return end;
    const entry = parsed(chunk.slice(at, end));
    if (entry === 'no-json') {
      this.#boundary.miss();
      return null;
    }
    this.#boundary.hit();
    this.#entries.hand(entry);
    return end;
  }

  #counted(chunk: string, at: number): number | null {
    const end = objectEnd(chunk, at);
    if (end < 0) return null;
    this.handText(chunk.slice(at, end));
    return end;
  }

  /** Hands out the whole text of an entry, also when a program did not quite write JSON. */
  handText(text: string): void {
    const entry = parsed(text);
    const mended = entry === 'no-json' ? parseLenient(text) : entry;
    this.#entries.hand(isRecord(mended) ? mended : entry, text);
  }
}

function parsed(text: string): object | NoEntry {
  const entry = parseJson(text);
  return isRecord(entry) ? entry : 'no-json';
}
