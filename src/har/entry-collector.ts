import type { Exchange, Gap } from '../http/exchange.ts';
import type { Dialect } from './dialect.ts';
import { DialectFinder } from './dialect-finder.ts';
import {
  entryProblem,
  entryStart,
  entryToExchange,
  type HarEntryLike,
  responseDate,
  withResponseBody,
} from './entry.ts';
import { hasCredentialHeader } from './entry-headers.ts';
import { plainEntry } from './habits/plain-entry.ts';
import type { HarOptions } from './har-options.ts';
import type { LogTool } from './log-head.ts';
import { asText, isRecord, type Loose } from './loose.ts';
import { type OwnRecording, ownRecording, withAllSources } from './own/own-recording.ts';
import { namesCredential, textOfPlainEntry } from './raw-entry.ts';
import { SanitizerFinder } from './sanitizer-finder.ts';
import { mergeWorkerHalves } from './worker-halves.ts';

/** A kept entry that is converted again if the document turns out to have another dialect. */
interface Kept {
  readonly entry: HarEntryLike & Loose;
  readonly id: string;
  /** What to call it in a warning. */
  readonly name: string;
  readonly start: number;
}

/** Receives what is wrong with entries. */
export interface CollectorNotes {
  warn(text: string): void;
  /** An entry cannot be read: its name and its problem, and its text as far as it has one. */
  skip(problem: string, text: string): void;
  /** The id, or a similar one when another exchange of the file has it. */
  uniqueId(id: string): string;
}

/** Turns the entries of one document into exchanges one by one. */
export class EntryCollector {
  readonly #options: HarOptions;
  readonly #notes: CollectorNotes;
  readonly #finder = new DialectFinder();
  readonly #sanitizer = new SanitizerFinder();
  #exchanges: Exchange[] = [];
  /** The entries of `#exchanges`, until the document names its program. */
  #kept: Kept[] | null = [];
  #total = 0;
  #lastStart = 0;
  #credentials = false;
  #own: OwnRecording | null = null;

  constructor(options: HarOptions, notes: CollectorNotes) {
    this.#options = options;
    this.#notes = notes;
  }

  /** The document names its program: usually before its entries, sometimes after them. */
  signed(creator: LogTool): void {
    const before = this.dialect;
    this.#finder.signed(creator);
    this.#sanitizer.signed(creator.name);
    const kept = this.#kept ?? [];
    this.#kept = null;
    if (this.dialect === before) return;
    this.#exchanges = kept.map(
      (one) => this.#whole(one) ?? this.#complete(this.#convert(one), one.entry),
    );
  }

  /** The document has `log._grantscope`. */
  owned(note: unknown): void {
    const own = ownRecording(note);
    if (typeof own !== 'string') this.#own = own;
    else this.#notes.warn(`log._grantscope ${own}: only the entries are read`);
  }

  /** Takes one entry; `name` begins the warning about an entry that cannot be read. */
  add(raw: unknown, id: string, name: string): void {
    this.#total += 1;
    const entry = plainEntry(raw);
    const problem = entryProblem(entry);
    if (problem !== null || !isRecord(entry)) {
      this.#notes.skip(`${name}${problem}`, textOfSkipped(entry));
      return;
    }
    // The tunnel of a proxy (RFC 9110 section 9.3.6) is not an exchange of its own.
    if (isRecord(entry.request) && entry.request.method === 'CONNECT') return;
    this.#finder.look(entry);
    const start = this.#startOf(entry);
    if (start === null) {
      this.#notes.warn(`${name}.startedDateTime is not a date: kept in the order of the file`);
    } else this.#lastStart = start;
    this.#take({ entry, id, name, start: this.#lastStart });
  }

  /** Whether an entry can be left out by its text alone. Then it is counted. */
  leavesOut(text: string, start: number, end: number): boolean {
    const { keep, mayKeep } = this.#options;
    if (!keep || !mayKeep || !this.#finder.isSure || !this.dialect.hasPlainEntries) return false;
    const plain = textOfPlainEntry(text, start, end);
    if (plain === null || mayKeep(plain)) return false;
    if (!this.#credentials && namesCredential(plain)) return false;
    this.#total += 1;
    return true;
  }

  /** What the document says besides when Grantscope wrote it. */
  get own(): OwnRecording | null {
    if (this.dialect.whole === null) return null;
    return withAllSources(this.#own, this.#exchanges, this.#options.source);
  }

  get total(): number {
    return this.#total;
  }

  get dialect(): Dialect {
    return this.#finder.dialect;
  }

  /** What to call the program that wrote the document. */
  get program(): string {
    return this.#finder.title;
  }

  /** What a sanitizer hides. */
  get gaps(): readonly Gap[] {
    return this.#sanitizer.gaps;
  }

  /** The program can leave out credentials, and no entry has any. */
  get sanitized(): boolean {
    return this.dialect.omitsCredentials && this.#total > 0 && !this.#credentials;
  }

  exchanges(): readonly Exchange[] {
    if (this.dialect.whole !== null) return this.#exchanges;
    const whole = mergeWorkerHalves(this.#exchanges);
    return this.sanitized ? whole.map(incomplete) : whole;
  }

  #startOf(entry: HarEntryLike): number | null {
    const date = this.dialect.startsAtExport ? responseDate(entry) : null;
    if (date === null) return entryStart(entry);
    // `Date` has whole seconds: entries of one second keep the order of the file.
    const second = this.#lastStart - (this.#lastStart % 1_000);
    return date === second ? this.#lastStart + 1 : date;
  }

  #take(one: Kept): void {
    const whole = this.#whole(one);
    const exchange = whole ?? this.#convert(one);
    this.#note(exchange);
    // The triage learns from each exchange, also in a file of which everything is kept.
    const wanted = this.#options.keep?.(exchange) ?? true;
    if (!wanted && whole === null) return;
    if (whole === null) this.#sanitizer.look(one.entry);
    const id = this.#notes.uniqueId(exchange.id);
    const unique = id === exchange.id ? exchange : { ...exchange, id };
    this.#exchanges.push(whole === null ? this.#complete(unique, one.entry) : unique);
    this.#kept?.push(one);
  }

  /** The exchange as its program keeps it; null for an entry of another program. */
  #whole({ entry, name }: Kept): Exchange | null {
    const { whole } = this.dialect;
    if (whole === null || !('_grantscope' in entry)) return null;
    const exchange = whole(entry);
    if (exchange === null) {
      this.#notes.warn(`${name}._grantscope is damaged: the entry is read as plain HAR`);
      return null;
    }
    const { source } = this.#options;
    const id = source === 0 ? exchange.id : `${source}:${exchange.id}`;
    return { ...exchange, id, source: source + exchange.source };
  }

  #convert({ entry, id, start }: Kept): Exchange {
    const { source } = this.#options;
    return entryToExchange(entry, { id, source, dialect: this.dialect, startedAt: start });
  }

  /** Adds the response body, unless it has a text that is not wanted. */
  #complete(exchange: Exchange, entry: HarEntryLike): Exchange {
    const { wantsBody } = this.#options;
    const whole = withResponseBody(exchange, entry, this.dialect);
    if (!wantsBody || !whole.response || !('text' in whole.response.body)) return whole;
    return whole.response.body.text === '' || wantsBody(whole) ? whole : exchange;
  }

  #note({ request, response }: Exchange): void {
    if (this.#credentials) return;
    this.#credentials =
      hasCredentialHeader(request.headers) ||
      (response !== null && hasCredentialHeader(response.headers));
  }
}

/** The URL and the body of an entry that cannot be read. */
function textOfSkipped(entry: unknown): string {
  const request = isRecord(entry) && isRecord(entry.request) ? entry.request : {};
  const body = isRecord(request.postData) ? (asText(request.postData.text) ?? '') : '';
  return `${asText(request.url) ?? ''}\n${body}`;
}

/**
 * Without Cookie and Authorization an absent request header is unknown. Of the response only Set-Cookie
 * is missing, and nothing is concluded from its absence.
 */
function incomplete(exchange: Exchange): Exchange {
  return { ...exchange, request: { ...exchange.request, headersComplete: false } };
}
