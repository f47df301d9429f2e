import type { Body, Exchange } from '../http/exchange.ts';
import { type Dialect, DialectGuess } from './dialect.ts';
import {
  answerDate,
  type EntryContext,
  entryProblem,
  entryStart,
  entryToExchange,
  type HarEntryLike,
} from './entry.ts';
import { hasCredentialHeader } from './entry-headers.ts';
import type { HarOptions } from './har-options.ts';
import type { LogHead } from './log-head.ts';
import { isRecord } from './loose.ts';

const NOT_READ = { unknown: 'not-fetched' } as const;

/** A kept entry whose dialect may still turn out to be another one. */
interface Kept {
  readonly entry: HarEntryLike;
  readonly id: string;
  readonly start: number;
}

/** Turns the entries of one document into exchanges one by one. */
export class EntryCollector {
  readonly #options: HarOptions;
  readonly #warn: (text: string) => void;
  readonly #guess = new DialectGuess();
  #exchanges: Exchange[] = [];
  /** The entries of `#exchanges`, until the document has said who wrote it. */
  #kept: Kept[] | null = [];
  #total = 0;
  #lastStart = 0;
  #credentials = false;

  constructor(options: HarOptions, warn: (text: string) => void) {
    this.#options = options;
    this.#warn = warn;
  }

  /** The document says who wrote it; mostly before its entries, in which it is told by. */
  signed(head: LogHead): void {
    const before = this.#guess.dialect.recorder;
    this.#guess.signed(head);
    const kept = this.#kept ?? [];
    this.#kept = null;
    if (this.#guess.dialect.recorder === before) return;
    this.#exchanges = kept.map((one) => this.#convert(one));
  }

  /** Takes one entry; one that cannot be read becomes a warning, which begins with its `name`. */
  add(entry: unknown, id: string, name: string): void {
    this.#total += 1;
    const problem = entryProblem(entry);
    if (problem !== null) {
      this.#warn(`${name}${problem}: skipped`);
      return;
    }
    const valid = entry as HarEntryLike;
    // The tunnel of a proxy (RFC 9110 section 9.3.6) is no exchange of its own.
    if (isRecord(valid.request) && valid.request.method === 'CONNECT') return;
    this.#guess.look(valid);
    const start = this.#startOf(valid);
    if (start === null) {
      this.#warn(`${name}.startedDateTime is not a date: kept in the order of the file`);
    } else this.#lastStart = start;
    this.#take({ entry: valid, id, start: this.#lastStart });
  }

  get total(): number {
    return this.#total;
  }

  get dialect(): Dialect {
    return this.#guess.dialect;
  }

  /** No header stands there that Chromium leaves out when it sanitizes. */
  get sanitized(): boolean {
    return this.dialect.recorder === 'chromium' && this.#total > 0 && !this.#credentials;
  }

  exchanges(): readonly Exchange[] {
    return this.sanitized ? this.#exchanges.map(incomplete) : this.#exchanges;
  }

  #startOf(entry: HarEntryLike): number | null {
    const date = this.dialect.undated ? answerDate(entry) : null;
    if (date === null) return entryStart(entry);
    // Dates are whole seconds: within one, the order of the file is all there is.
    const second = this.#lastStart - (this.#lastStart % 1_000);
    return date === second ? this.#lastStart + 1 : date;
  }

  #take(one: Kept): void {
    const { keep } = this.#options;
    if (keep) {
      const draft = entryToExchange(one.entry, this.#context(one, NOT_READ));
      if (!keep(draft)) {
        this.#note(draft);
        return;
      }
    }
    const exchange = this.#convert(one);
    this.#note(exchange);
    this.#exchanges.push(exchange);
    this.#kept?.push(one);
  }

  #convert(one: Kept): Exchange {
    const exchange = entryToExchange(one.entry, this.#context(one));
    const { response } = exchange;
    if (!response || !('text' in response.body) || response.body.text === '') return exchange;
    if (!this.#options.wantsBody || this.#options.wantsBody(exchange)) return exchange;
    return { ...exchange, response: { ...response, body: NOT_READ } };
  }

  // Field by field, as a spread would cost more than all of it.
  #context({ id, start }: Kept, body: Body | null = null): EntryContext {
    const { recorder } = this.#guess.dialect;
    return { id, source: this.#options.source, recorder, startedAt: start, body };
  }

  #note({ request, response }: Exchange): void {
    if (this.#credentials) return;
    this.#credentials =
      hasCredentialHeader(request.headers) ||
      (response !== null && hasCredentialHeader(response.headers));
  }
}

function incomplete(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, headersComplete: false },
    response: response && { ...response, headersComplete: false },
  };
}
