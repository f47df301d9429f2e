import { Boundary } from './boundary.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  objectEnd,
  QUOTE,
} from './brackets.ts';
import { EntryList } from './entry-list.ts';
import { parseLenient } from './lenient-json.ts';
import { isRecord, parseJson } from './loose.ts';
import type { NoEntry, ScanEnd, ScanHandler, Scanner } from './scanner.ts';
import { StringSkipper } from './string-skipper.ts';
import { PositionCounter } from './text-position.ts';
import { ValueCollector } from './value-collector.ts';

/** White space, byte order marks, and the separator of JSON text sequences (RFC 7464). */
const BETWEEN = /[\s\uFEFF\u001E]/;

class EntryScanner implements Scanner {
  readonly #handler: ScanHandler;
  readonly #entries: EntryList;
  readonly #boundary = new Boundary();
  readonly #positions = new PositionCounter();
  readonly #string = new StringSkipper();
  readonly #key = new ValueCollector();
  /** A creator, `_grantscope` or an entry. */
  readonly #value = new ValueCollector();
  /** An outermost object, until it proves to be a HAR. */
  readonly #document = new ValueCollector();
  #chunk = '';
  #depth = 0;
  /** Nesting depth of documents: 1 inside an outermost list. */
  #base = 0;
  #logDepth = 0;
  /** Nesting depth in the `recording` of a report; 0 outside. */
  #recordingDepth = 0;
  #valueDepth = 0;
  #valueIsOwn = false;
  #name = '';
  #afterColon = false;
  #documents = 0;
  #strayed = false;
  /** Where the last entry ended in the current chunk; 0 when none did. */
  #entryEnd = 0;

  constructor(handler: ScanHandler) {
    this.#handler = handler;
    this.#entries = new EntryList(handler);
  }

  push(chunk: string): void {
    this.#chunk = chunk;
    this.#entryEnd = 0;
    this.#boundary.nextChunk();
    let at = 0;
    while (at < chunk.length) {
      if (this.#string.inside) at = this.#skipString(at);
      else at = this.#wholeEntry(at) ?? this.#step(at);
    }
    for (const cut of [this.#key, this.#value, this.#document]) cut.nextChunk(chunk);
    this.#positions.pass(chunk);
  }

  end(): ScanEnd {
    return {
      found: this.#entries.found,
      closed: this.#entries.closed,
      whole: this.#depth === 0 && this.#documents > 0,
      ...this.#positions.at('', 0),
    };
  }

  /** An entry that lies in this chunk needs none of the bookkeeping below. */
  #wholeEntry(at: number): number | null {
    if (this.#depth !== this.#entries.depth || this.#depth === 0) return null;
    if (this.#chunk.charCodeAt(at) !== OPEN_BRACE) return null;
    if (this.#entryEnd > 0) this.#boundary.learn(this.#chunk, this.#entryEnd, at);
    const end = this.#guessedEntry(at) ?? this.#countedEntry(at);
    this.#entryEnd = end ?? 0;
    return end;
  }

  #guessedEntry(at: number): number | null {
    const end = this.#boundary.guess(this.#chunk, at);
    if (end < 0) return null;
    const entry = parsed(this.#chunk.slice(at, end));
    if (entry === 'no-json') {
      this.#boundary.miss();
      return null;
    }
    this.#boundary.hit();
    this.#entries.hand(entry);
    return end;
  }

  #countedEntry(at: number): number | null {
    const end = objectEnd(this.#chunk, at);
    if (end < 0) return null;
    this.#handText(this.#chunk.slice(at, end));
    return end;
  }

  /** The whole text of an entry, also when a program did not quite write JSON. */
  #handText(text: string): void {
    const entry = parsed(text);
    const mended = entry === 'no-json' ? parseLenient(text) : entry;
    this.#entries.hand(isRecord(mended) ? mended : entry, text);
  }

  /** Handles one character outside strings. */
  #step(at: number): number {
    const code = this.#chunk.charCodeAt(at);
    switch (code) {
      case QUOTE:
        if (this.#depth === 0) this.#stray(at);
        else this.#openString(at);
        break;
      case COLON:
        if (this.#isOuter()) this.#afterColon = true;
        break;
      case COMMA:
        if (this.#isOuter()) this.#afterColon = false;
        else if (this.#depth > 0 && this.#depth === this.#entries.depth) this.#entries.next();
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#open(at, code === OPEN_BRACKET);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#close(at);
        break;
      default:
        if (this.#depth === 0) this.#stray(at);
    }
    return at + 1;
  }

  #stray(at: number): void {
    if (this.#strayed || BETWEEN.test(this.#chunk.charAt(at))) return;
    this.#strayed = true;
    this.#handler.stray(this.#positions.at(this.#chunk, at));
  }

  #openString(at: number): void {
    this.#string.begin();
    if (!this.#afterColon && this.#isOuter()) this.#key.start(at + 1);
  }

  #skipString(start: number): number {
    const chunk = this.#chunk;
    const next = this.#string.skip(chunk, start, (from, to) => {
      for (const cut of [this.#key, this.#value, this.#document]) cut.leaveOut(chunk, from, to);
    });
    if (!this.#string.inside && this.#key.active) this.#name = this.#key.end(chunk, next - 1) ?? '';
    return next;
  }

  /** In a document or its `log`, where keys matter. */
  #isOuter(): boolean {
    if (this.#depth === 0) return false;
    return this.#holdsLog() || this.#depth === this.#logDepth;
  }

  #holdsLog(): boolean {
    return this.#depth === this.#base + 1 || this.#depth === this.#recordingDepth;
  }

  #open(at: number, list: boolean): void {
    if (this.#depth === this.#base) this.#openDocument(at, list);
    else if (this.#isOuter()) this.#openField(at, list);
    else if (this.#depth === this.#entries.depth && !list) this.#startValue(at);
    this.#depth += 1;
  }

  #openDocument(at: number, list: boolean): void {
    if (list) {
      if (this.#depth === 0) this.#base = 1;
      return;
    }
    this.#documents += 1;
    this.#entries.closed = false;
    this.#handler.document(() => this.#positions.at(this.#chunk, at));
    this.#document.start(at);
    this.#afterColon = false;
  }

  #openField(at: number, list: boolean): void {
    const name = this.#afterColon ? this.#name : null;
    this.#afterColon = false;
    if ((name === 'creator' || name === '_grantscope') && !list) {
      this.#startValue(at);
      this.#valueIsOwn = name === '_grantscope';
    } else if (name === 'entries' && list) {
      this.#document.drop();
      this.#entries.open(this.#depth + 1);
    } else if (name === 'log' && !list && this.#holdsLog()) {
      this.#document.drop();
      this.#logDepth = this.#depth + 1;
    } else if (name === 'recording' && !list && this.#depth === this.#base + 1) {
      this.#recordingDepth = this.#depth + 1;
    }
  }

  #startValue(at: number): void {
    this.#value.start(at);
    this.#valueDepth = this.#depth;
  }

  #close(at: number): void {
    if (this.#depth === 0) return;
    if (this.#depth === this.#entries.depth) this.#entries.close();
    else if (this.#depth === this.#logDepth) this.#logDepth = 0;
    else if (this.#depth === this.#recordingDepth) this.#recordingDepth = 0;
    this.#depth -= 1;
    if (this.#value.active && this.#depth === this.#valueDepth) this.#closeValue(at + 1);
    if (this.#document.active && this.#depth === this.#base) this.#closeDocument(at + 1);
    if (this.#depth < this.#base) this.#base = 0;
  }

  #closeValue(end: number): void {
    const text = this.#value.end(this.#chunk, end);
    if (this.#valueDepth !== this.#entries.depth) {
      if (this.#valueIsOwn) this.#handler.own(text);
      else if (text !== null) this.#handler.creator(text);
    } else if (text === null) this.#entries.hand('too-large');
    else this.#handText(text);
  }

  #closeDocument(end: number): void {
    const text = this.#document.end(this.#chunk, end);
    if (text !== null && this.#handler.bare(text)) this.#entries.found = true;
  }
}

/** Makes a scanner for `log.entries` (HAR 1.2) and for `entries` without a `log`. Linear time. */
export function createScanner(handler: ScanHandler): Scanner {
  return new EntryScanner(handler);
}

function parsed(text: string): object | NoEntry {
  const entry = parseJson(text);
  return isRecord(entry) ? entry : 'no-json';
}
