import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SLASH,
} from './brackets.ts';
import { CommentSkipper } from './comment-skipper.ts';
import { EntryList } from './entry-list.ts';
import { Nesting } from './nesting.ts';
import type { ScanEnd, ScanHandler, Scanner } from './scanner.ts';
import { StringSkipper } from './string-skipper.ts';
import { PositionCounter } from './text-position.ts';
import { ValueCollector } from './value-collector.ts';
import { WholeEntries } from './whole-entries.ts';

/** Members that programs wrap around a HAR. */
const WRAPPER = /^(?:har|data|result|content|payload|body|recording)$/i;

/** White space, byte order marks, and the separator of JSON text sequences (RFC 7464). */
const BETWEEN = /[\s\uFEFF\u001E]/;

class EntryScanner implements Scanner {
  readonly #handler: ScanHandler;
  readonly #entries: EntryList;
  readonly #whole: WholeEntries;
  readonly #positions = new PositionCounter();
  readonly #string = new StringSkipper();
  readonly #comment = new CommentSkipper();
  readonly #key = new ValueCollector();
  /** A creator, `_grantscope` or an entry. */
  readonly #value = new ValueCollector();
  /** An outermost object, until it proves to be a HAR. */
  readonly #document = new ValueCollector();
  #chunk = '';
  readonly #nesting = new Nesting();
  #logDepth = 0;
  #valueDepth = 0;
  #valueIsOwn = false;
  #documentDepth = 0;
  #name = '';
  #afterColon = false;
  #documents = 0;
  #strayed = false;

  constructor(handler: ScanHandler) {
    this.#handler = handler;
    this.#entries = new EntryList(handler);
    this.#whole = new WholeEntries(this.#entries);
  }

  push(chunk: string): void {
    this.#chunk = chunk;
    this.#whole.nextChunk();
    let at = 0;
    while (at < chunk.length) {
      if (this.#string.inside) at = this.#skipString(at);
      else if (this.#comment.inside) at = this.#comment.skip(chunk, at);
      else at = (this.#inEntries ? this.#whole.take(chunk, at) : null) ?? this.#step(at);
    }
    for (const cut of [this.#key, this.#value, this.#document]) cut.nextChunk(chunk);
    this.#positions.pass(chunk);
  }

  end(): ScanEnd {
    return {
      found: this.#entries.found,
      closed: this.#entries.closed,
      whole: this.#nesting.depth === 0 && this.#documents > 0,
      ...this.#positions.at('', 0),
    };
  }

  /** Between the elements of a list of entries. */
  get #inEntries(): boolean {
    return this.#entries.depth > 0 && this.#nesting.depth === this.#entries.depth;
  }

  /** Handles one character outside strings. */
  #step(at: number): number {
    const code = this.#chunk.charCodeAt(at);
    switch (code) {
      case QUOTE:
        if (this.#nesting.depth === 0) this.#stray(at);
        else this.#openString(at);
        break;
      case COLON:
        if (this.#isOuter()) this.#afterColon = true;
        break;
      case COMMA:
        if (this.#isOuter()) this.#afterColon = false;
        else if (this.#inEntries) this.#entries.next();
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#open(at, code === OPEN_BRACKET);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#close(at);
        break;
      case SLASH:
        this.#slash(at);
        break;
      default:
        this.#other(at);
    }
    return at + 1;
  }

  /** Outside every object, a URL in some text has slashes as well. */
  #slash(at: number): void {
    const before = this.#chunk[at - 1] ?? ' ';
    if (this.#nesting.depth > 0 || BETWEEN.test(before)) this.#comment.begin();
    else this.#stray(at);
  }

  /** White space, a number, a literal, or text that is not JSON. */
  #other(at: number): void {
    const outside = this.#nesting.depth === 0;
    if (!outside && !this.#inEntries) return;
    if (BETWEEN.test(this.#chunk.charAt(at))) return;
    if (outside) this.#stray(at);
    else this.#entries.touch();
  }

  #stray(at: number): void {
    if (this.#strayed) return;
    this.#strayed = true;
    this.#handler.stray(this.#positions.at(this.#chunk, at));
  }

  #openString(at: number): void {
    this.#string.begin();
    if (this.#inEntries) this.#entries.touch();
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
    return (
      this.#nesting.inDocument || (this.#logDepth > 0 && this.#nesting.depth === this.#logDepth)
    );
  }

  #open(at: number, list: boolean): void {
    const { depth, base } = this.#nesting;
    if (depth === base) this.#openDocument(at, list);
    else if (this.#isOuter()) this.#openField(at, list);
    else if (this.#inEntries) {
      this.#entries.touch();
      if (!list) this.#startValue(at);
    }
    this.#nesting.depth += 1;
  }

  #openDocument(at: number, list: boolean): void {
    if (list) {
      if (this.#nesting.depth === 0) this.#nesting.openDocuments();
      return;
    }
    this.#documents += 1;
    this.#entries.closed = false;
    if (!this.#nesting.inOuterDocument) {
      this.#handler.document(this.#positions.at(this.#chunk, at));
    }
    this.#document.start(at);
    this.#documentDepth = this.#nesting.depth;
    this.#afterColon = false;
  }

  #openField(at: number, list: boolean): void {
    const name = this.#afterColon ? this.#name.toLowerCase() : '';
    const inLog = !this.#nesting.inDocument;
    this.#afterColon = false;
    if ((name === 'creator' || name === '_grantscope') && !list) {
      this.#startValue(at);
      this.#valueIsOwn = name === '_grantscope';
    } else if (name === 'entries' && list) {
      this.#document.drop();
      this.#entries.open(this.#nesting.depth + 1);
    } else if (name === 'log' && !list && !inLog) {
      this.#document.drop();
      this.#logDepth = this.#nesting.depth + 1;
    } else if (name === 'entries' || (list && (name === 'log' || name === 'requests'))) {
      this.#nesting.openDocuments();
    } else if (!list && !inLog && WRAPPER.test(name)) this.#nesting.openWrapped();
  }

  #startValue(at: number): void {
    this.#value.start(at);
    this.#valueDepth = this.#nesting.depth;
  }

  #close(at: number): void {
    const { depth } = this.#nesting;
    if (depth === 0) return;
    if (depth === this.#entries.depth) this.#entries.close();
    else if (depth === this.#logDepth) this.#logDepth = 0;
    this.#nesting.close();
    if (this.#value.active && depth - 1 === this.#valueDepth) this.#closeValue(at + 1);
    if (this.#document.active && depth - 1 === this.#documentDepth) this.#closeDocument(at + 1);
  }

  #closeValue(end: number): void {
    const text = this.#value.end(this.#chunk, end);
    if (this.#valueDepth !== this.#entries.depth) {
      if (this.#valueIsOwn) this.#handler.own(text);
      else if (text !== null) this.#handler.creator(text);
    } else if (text === null) this.#entries.hand('too-large');
    else this.#whole.handText(text);
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
