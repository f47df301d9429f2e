import { entryProblem } from './entry.ts';
import { EntryCollector } from './entry-collector.ts';
import { createScanner } from './entry-scanner.ts';
import { SANITIZED, truncatedGap } from './file-gaps.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import type { CompressedEnd } from './inflate.ts';
import { readCreator } from './log-head.ts';
import { isRecord, parseJson } from './loose.ts';
import { nothingFound } from './not-a-har.ts';
import type { NoEntry, ScanHandler } from './scanner.ts';
import type { TextPosition } from './text-position.ts';
import { UNKNOWN_PROGRAM } from './unknown-program.ts';
import { Warnings } from './warnings.ts';

/** Reads a HAR whose text comes in pieces, or that is not whole. */
export interface PieceReader {
  /** Entries seen so far, kept or not. */
  readonly entries: number;
  push(chunk: string): void;
  end(compressed?: CompressedEnd): HarReadResult;
}

/** Of what is no HAR so much is kept as tells what it is. */
const HEAD = 2 ** 16;

class Reader implements PieceReader, ScanHandler {
  readonly #options: HarOptions;
  readonly #warnings = new Warnings();
  readonly #scanner = createScanner(this);
  /** One for each HAR in the file, and one for a row of entries without a HAR around them. */
  readonly #collectors: EntryCollector[] = [];
  /** The present document, when it has no collector yet. */
  #opened: (() => TextPosition) | null = null;
  #bare = false;
  #head = '';
  #short = true;
  entries = 0;

  constructor(options: HarOptions) {
    this.#options = options;
  }

  push(chunk: string): void {
    if (this.#short) {
      this.#short = this.#head.length + chunk.length <= HEAD;
      this.#head += chunk.slice(0, HEAD - this.#head.length);
    }
    this.#scanner.push(chunk);
  }

  end(compressed?: CompressedEnd): HarReadResult {
    const { file } = this.#options;
    const end = this.#scanner.end();
    if (!end.found) {
      const head = { text: this.#head, whole: this.#short };
      return { ok: false, ...nothingFound(file, head, end, compressed) };
    }
    const cut = !end.whole || compressed !== undefined;
    const gaps = cut ? [truncatedGap(file, end, this.entries, compressed)] : [];
    const sanitized = this.#collectors.some((one) => one.sanitized);
    const names = this.#collectors.map(({ program }) => program);
    return {
      ok: true,
      recorder: [...new Set(names.length > 0 ? names : [UNKNOWN_PROGRAM.name])].join(' and '),
      exchanges: this.#collectors.flatMap((one) => one.exchanges()),
      gaps: sanitized ? [...gaps, SANITIZED] : gaps,
      warnings: this.#warnings.list(),
      total: this.entries,
    };
  }

  document(place: () => TextPosition): void {
    this.#opened = place;
  }

  creator(text: string): void {
    this.#collector(false).signed(readCreator(parseJson(text)));
  }

  entry(entry: object | NoEntry, index: number): void {
    const collector = this.#collector(false);
    const nth = this.#collectors.length > 1 ? `document ${this.#collectors.length}, ` : '';
    const name = `${nth}entries[${index}]`;
    const id = this.#nextId();
    if (entry === 'too-large') {
      this.#warnings.add(`${name} is larger than any exchange: skipped`);
    } else if (entry === 'no-json') {
      this.#warnings.add(`${name} is not valid JSON: skipped`);
    } else collector.add(entry, id, name);
  }

  bare(text: string): boolean {
    const value = parseJson(text);
    // Playwright's trace has one such object in each line.
    const entry = isRecord(value) && isRecord(value.snapshot) ? value.snapshot : value;
    if (entryProblem(entry) !== null) return false;
    this.#collector(true).add(entry, this.#nextId(), `entry ${this.entries}`);
    return true;
  }

  stray({ line, column }: TextPosition): void {
    this.#warnings.add(`what stands at line ${line}, column ${column} is not JSON: passed over`);
  }

  #nextId(): string {
    const id = `${this.#options.source}:${this.entries}`;
    this.entries += 1;
    return id;
  }

  /** The collector of the present document. */
  #collector(bare: boolean): EntryCollector {
    const last = this.#collectors.at(-1);
    const opened = this.#opened;
    this.#opened = null;
    if (last && (opened === null || (bare && this.#bare))) return last;
    if (last && opened) {
      const { line, column } = opened();
      this.#warnings.add(`another HAR begins at line ${line}, column ${column}: read as well`);
    }
    this.#bare = bare;
    const next = new EntryCollector(this.#options, (text) => this.#warnings.add(text));
    this.#collectors.push(next);
    return next;
  }
}

/** Makes a reader that keeps no more of the text than one entry and what the options keep. */
export function createPieceReader(options: HarOptions): PieceReader {
  return new Reader(options);
}
