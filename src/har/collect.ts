import type { Exchange, Gap } from '../http/exchange.ts';
import type { Dialect } from './dialect.ts';
import { entryProblem, entryStart, entryToExchange, type HarEntryLike } from './entry.ts';
import { hasCredentialHeader } from './entry-headers.ts';
import { isRecord } from './loose.ts';
import { SANITIZED } from './messages.ts';

/** How a HAR is read. */
export interface HarOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Index of the file among the sources of a recording. */
  readonly source: number;
  /**
   * Whether an exchange matters. Asked before the response body is read, which spares most of the
   * work on what is dropped.
   */
  readonly keep?: (exchange: Exchange) => boolean;
}

/** Where a file is wrong, for people; lines and columns begin at 1. */
export interface HarPlace {
  readonly line: number;
  readonly column: number;
  readonly path?: string;
}

/** A HAR as exchanges, or why it is none. */
export type HarReadResult =
  | {
      readonly ok: true;
      /** Who wrote the file. */
      readonly recorder: string;
      readonly exchanges: readonly Exchange[];
      readonly gaps: readonly Gap[];
      readonly warnings: readonly string[];
      /** Entries in the file, kept or not. */
      readonly total: number;
    }
  | { readonly ok: false; readonly message: string; readonly at: HarPlace | null };

const MAX_WARNINGS = 20;
const NOT_READ = { unknown: 'not-fetched' } as const;

/** Turns entries into exchanges one by one, with what there is to say about them. */
export class Collector {
  readonly #options: HarOptions;
  #exchanges: Exchange[] = [];
  #warnings: string[] = [];
  #unsaid = 0;
  #total = 0;
  #lastStart = 0;
  #credentials = false;

  constructor(options: HarOptions) {
    this.#options = options;
  }

  /** Takes one entry; one that cannot be read becomes a warning. */
  add(entry: unknown, index: number, { recorder }: Dialect): void {
    this.#total += 1;
    const problem = entryProblem(entry);
    if (problem !== null) {
      this.warn(`entries[${index}]${problem}: skipped`);
      return;
    }
    const valid = entry as HarEntryLike;
    // The tunnel of a proxy (RFC 9110 section 9.3.6) is no exchange of its own.
    if (isRecord(valid.request) && valid.request.method === 'CONNECT') return;
    const start = entryStart(valid);
    if (start === null) {
      this.warn(`entries[${index}].startedDateTime is not a date: kept in the order of the file`);
    } else this.#lastStart = start;
    const { source, keep } = this.#options;
    const id = `${source}:${index}`;
    const context = { id, source, recorder, fallbackStart: this.#lastStart };
    if (keep) {
      const shallow = { id, source, recorder, fallbackStart: this.#lastStart, body: NOT_READ };
      const draft = entryToExchange(valid, shallow);
      if (!keep(draft)) {
        this.#note(draft);
        return;
      }
    }
    const exchange = entryToExchange(valid, context);
    this.#note(exchange);
    this.#exchanges.push(exchange);
  }

  warn(text: string): void {
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push(text);
    else this.#unsaid += 1;
  }

  /** The number of entries taken so far. */
  get total(): number {
    return this.#total;
  }

  result(dialect: Dialect, gaps: readonly Gap[]): HarReadResult {
    const sanitized = dialect.recorder === 'chromium' && this.#total > 0 && !this.#credentials;
    const more = this.#unsaid > 0 ? [`and ${this.#unsaid} more of these`] : [];
    return {
      ok: true,
      recorder: dialect.name,
      exchanges: sanitized ? this.#exchanges.map(incomplete) : this.#exchanges,
      gaps: sanitized ? [...gaps, SANITIZED] : gaps,
      warnings: [...this.#warnings, ...more],
      total: this.#total,
    };
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
