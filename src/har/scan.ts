import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  objectEnd,
  QUOTE,
} from './brackets.ts';

/** What the scanner hands out: the text of one value, and where it stood. */
export interface ScanHandler {
  /** One element of `log.entries`, as JSON text; null when it is no object. */
  entry(text: string | null, index: number): void;
  /** `log.creator`, as JSON text. */
  creator(text: string): void;
}

/** Where the text ended. */
export interface ScanEnd {
  /** `log.entries` began. */
  readonly found: boolean;
  /** `log.entries` was closed. */
  readonly closed: boolean;
  /** The outermost object was closed. */
  readonly whole: boolean;
  readonly line: number;
  readonly column: number;
}

/** Cuts a HAR into its entries by brackets alone; the text may come in pieces and may be cut off. */
export interface Scanner {
  push(chunk: string): void;
  end(): ScanEnd;
}

type Capture = 'none' | 'key' | 'creator' | 'entry';

class EntryScanner implements Scanner {
  readonly #handler: ScanHandler;
  #depth = 0;
  /** Depth of the elements of `entries`; 0 before and after. */
  #entriesDepth = 0;
  #logDepth = 0;
  #found = false;
  #closed = false;
  #whole = false;
  #index = 0;
  /** The element of `entries` at `#index` was handed out. */
  #handed = false;
  #key = '';
  #afterColon = false;
  #inString = false;
  #escaped = false;
  #capture: Capture = 'none';
  #captureDepth = 0;
  #from = 0;
  #pieces: string[] = [];
  #line = 1;
  #column = 1;

  constructor(handler: ScanHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    this.#from = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.#inString) {
        at = this.#skipString(chunk, at);
        if (!this.#inString && this.#capture === 'key') this.#key = this.#cut(chunk, at - 1);
        continue;
      }
      at = this.#wholeEntry(chunk, at) ?? this.#step(chunk, at);
    }
    if (this.#capture !== 'none') this.#pieces.push(chunk.slice(this.#from));
    this.#countLines(chunk);
  }

  end(): ScanEnd {
    return {
      found: this.#found,
      closed: this.#closed,
      whole: this.#whole,
      line: this.#line,
      column: this.#column,
    };
  }

  /** An entry that begins here and ends in this chunk goes out without the bookkeeping below. */
  #wholeEntry(chunk: string, at: number): number | null {
    if (this.#depth !== this.#entriesDepth || chunk.charCodeAt(at) !== OPEN_BRACE) return null;
    if (this.#depth === 0) return null;
    const end = objectEnd(chunk, at);
    if (end < 0) return null;
    this.#hand(chunk.slice(at, end));
    return end;
  }

  /** Takes one character outside strings. */
  #step(chunk: string, at: number): number {
    switch (chunk.charCodeAt(at)) {
      case QUOTE:
        this.#inString = true;
        this.#escaped = false;
        if (this.#capture === 'none' && !this.#afterColon && this.#isOuter()) {
          this.#start('key', at + 1);
        }
        break;
      case COLON:
        if (this.#isOuter()) this.#afterColon = true;
        break;
      case COMMA:
        if (this.#isOuter()) this.#afterColon = false;
        else if (this.#depth === this.#entriesDepth) this.#nextElement();
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#open(at, chunk.charCodeAt(at) === OPEN_BRACKET);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#close(chunk, at);
    }
    return at + 1;
  }

  #hand(text: string): void {
    this.#handed = true;
    this.#handler.entry(text, this.#index);
  }

  #nextElement(): void {
    if (!this.#handed) this.#handler.entry(null, this.#index);
    this.#handed = false;
    this.#index += 1;
  }

  /** Inside the outermost object or inside `log`: where keys matter. */
  #isOuter(): boolean {
    return this.#depth === 1 || (this.#logDepth > 0 && this.#depth === this.#logDepth);
  }

  #open(at: number, list: boolean): void {
    const key = this.#isOuter() && this.#afterColon ? this.#key : null;
    if (this.#depth > 0 && this.#depth === this.#entriesDepth && !list) this.#start('entry', at);
    if (key === 'creator' && !list) this.#start('creator', at);
    this.#depth += 1;
    if (key === null) return;
    this.#afterColon = false;
    if (this.#found) return;
    if (list && key === 'entries') {
      this.#found = true;
      this.#entriesDepth = this.#depth;
    } else if (!list && key === 'log' && this.#depth === 2) this.#logDepth = 2;
  }

  #close(chunk: string, at: number): void {
    if (this.#depth === 0) return;
    if (this.#depth === this.#entriesDepth) {
      if (!this.#handed && this.#index > 0) this.#nextElement();
      this.#entriesDepth = 0;
      this.#closed = true;
    } else if (this.#depth === this.#logDepth) {
      this.#logDepth = 0;
    }
    this.#depth -= 1;
    if (this.#depth === 0) this.#whole = true;
    if (this.#depth !== this.#captureDepth) return;
    if (this.#capture === 'entry') this.#hand(this.#cut(chunk, at + 1));
    else if (this.#capture === 'creator') this.#handler.creator(this.#cut(chunk, at + 1));
  }

  #start(capture: Capture, from: number): void {
    this.#capture = capture;
    this.#captureDepth = this.#depth;
    this.#from = from;
  }

  #cut(chunk: string, end: number): string {
    this.#pieces.push(chunk.slice(this.#from, end));
    const text = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
    this.#pieces = [];
    this.#capture = 'none';
    return text;
  }

  /** Goes on behind the string's closing quote, or to the end of the chunk. */
  #skipString(chunk: string, start: number): number {
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
      this.#inString = false;
      return at;
    }
  }

  #countLines(chunk: string): void {
    let last = -1;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) {
      this.#line += 1;
      last = at;
    }
    this.#column = last < 0 ? this.#column + chunk.length : chunk.length - last;
  }
}

/** Makes a scanner (HAR 1.2: `log.entries`; a bare `entries` is taken too). Linear time. */
export function createScanner(handler: ScanHandler): Scanner {
  return new EntryScanner(handler);
}
