import type { Gap } from '../http/exchange.ts';
import { entryProblem } from './entry.ts';
import { EntryCollector } from './entry-collector.ts';
import { createScanner } from './entry-scanner.ts';
import { SANITIZED, truncatedGap } from './file-gaps.ts';
import { withoutEscapes } from './habits/escaped-exchanges.ts';
import { plainEntry } from './habits/plain-entry.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import { PlainText } from './layers/plain-text.ts';
import { parseLenient } from './lenient-json.ts';
import { readCreator } from './log-head.ts';
import { isRecord, type Loose, parseJson } from './loose.ts';
import { nothingFound, type Wrapping } from './not-a-har.ts';
import { ownParts } from './own/own-recording.ts';
import type { NoEntry, ScanHandler } from './scanner.ts';
import type { TextPosition } from './text-position.ts';
import { UNKNOWN_PROGRAM } from './unknown-program.ts';
import { UnreadEntries } from './unread-entries.ts';
import { Warnings } from './warnings.ts';

/** Reads a HAR whose text arrives in pieces and may be cut off. */
export interface PieceReader {
  /** Entries seen so far, kept or not. */
  readonly entries: number;
  push(chunk: string): void;
  end(wrapping?: Wrapping): HarReadResult;
}

const PLAIN: Wrapping = { compressed: null, names: [], packing: null };

/** Characters that are kept to describe a file that turns out not to be a HAR. */
const MAX_START = 2 ** 16;

class Reader implements PieceReader, ScanHandler {
  readonly #options: HarOptions;
  readonly #warnings = new Warnings();
  readonly #unread: UnreadEntries;
  readonly #layers = new PlainText();
  readonly #scanner = createScanner(this);
  /** One for each HAR in the file, and one for each series of entries outside a HAR. */
  readonly #collectors: EntryCollector[] = [];
  /** Where the current document begins, until it has a collector. */
  #opened: TextPosition | null = null;
  /** The last collector holds entries outside a HAR. */
  #bare = false;
  #start = '';
  /** `#start` is the whole text so far. */
  #startIsAll = true;
  /** The first outermost object that is neither a HAR nor an entry. */
  #foreign: Loose = {};
  readonly #ids = new Set<string>();
  entries = 0;

  constructor(options: HarOptions) {
    this.#options = options;
    this.#unread = new UnreadEntries(options.mayMatter);
  }

  push(chunk: string): void {
    if (this.#startIsAll) {
      this.#startIsAll = this.#start.length + chunk.length <= MAX_START;
      this.#start += chunk.slice(0, MAX_START - this.#start.length);
    }
    this.#scanner.push(this.#layers.push(chunk));
  }

  end(wrapping: Wrapping = PLAIN): HarReadResult {
    const { file } = this.#options;
    this.#scanner.push(this.#layers.end());
    const end = this.#scanner.end();
    if (!end.found) {
      const inner = harIn(this.#foreign);
      if (inner !== null) return readInner(inner, this.#options, wrapping);
      const content = {
        start: this.#start,
        whole: this.#startIsAll,
        document: this.#foreign,
      };
      return { ok: false, ...nothingFound(file, content, end, wrapping) };
    }
    const refusal = this.#unread.refusal(file, this.entries);
    if (refusal !== null) return { ok: false, message: refusal, at: null };
    const { compressed } = wrapping;
    const cut = !end.whole || compressed !== null;
    const gaps = [
      ...(cut ? [truncatedGap(file, end, this.entries, compressed)] : []),
      ...this.#unread.gaps(file, this.entries),
    ];
    const own = ownParts(this.#collectors.flatMap((one) => one.own ?? []));
    const exchanges = this.#collectors.flatMap((one) => one.exchanges());
    const sanitized = this.#collectors.some((one) => one.sanitized);
    const names = this.#collectors.map(({ program }) => program);
    return {
      ok: true,
      recorder: [...new Set(names.length > 0 ? names : [UNKNOWN_PROGRAM.name])].join(' and '),
      exchanges: own === null ? withoutEscapes(exchanges) : exchanges,
      gaps: [
        ...(own?.gaps ?? []),
        ...gaps,
        ...(sanitized ? [SANITIZED] : []),
        ...this.#sanitizerGaps(),
      ],
      warnings: this.#warnings.list(),
      total: this.entries,
      ...(own === null ? {} : { own }),
    };
  }

  #sanitizerGaps(): readonly Gap[] {
    const gaps = this.#collectors.flatMap((one) => one.gaps);
    return gaps.filter(({ text }, at) => gaps.findIndex((one) => one.text === text) === at);
  }

  document(place: TextPosition): void {
    this.#opened = place;
  }

  creator(text: string): void {
    this.#collector(false).signed(readCreator(parseJson(text)));
  }

  own(text: string | null): void {
    this.#collector(false).owned(text === null ? null : parseJson(text));
  }

  entry(entry: object | NoEntry, index: number, text = ''): void {
    const collector = this.#collector(false);
    const nth = this.#collectors.length > 1 ? `document ${this.#collectors.length}, ` : '';
    const name = `${nth}entries[${index}]`;
    const id = this.#nextId();
    if (entry === 'too-large') this.#skip(`${name} is larger than 64 MiB`, '');
    else if (entry === 'no-json') this.#skip(`${name} is not valid JSON`, text);
    else collector.add(entry, id, name);
  }

  leavesOut(text: string, start: number, end: number): boolean {
    const collector = this.#opened === null ? this.#collectors.at(-1) : undefined;
    if (!collector?.leavesOut(text, start, end)) return false;
    this.entries += 1;
    return true;
  }

  bare(text: string): boolean {
    const value = parseJson(text) ?? parseLenient(text);
    const entry = entryIn(value);
    if (entryProblem(plainEntry(entry)) !== null) {
      if (isRecord(value) && Object.keys(this.#foreign).length === 0) this.#foreign = value;
      return false;
    }
    this.#collector(true).add(entry, this.#nextId(), `entry ${this.entries}`);
    return true;
  }

  stray({ line, column }: TextPosition): void {
    this.#warnings.add(`the text at line ${line}, column ${column} is not JSON: skipped`);
  }

  #skip(problem: string, text: string): void {
    this.#warnings.add(`${problem}: skipped`);
    this.#unread.add(problem, text);
  }

  #nextId(): string {
    const id = `${this.#options.source}:${this.entries}`;
    this.entries += 1;
    return id;
  }

  /** Only a file of Grantscope can name two exchanges alike. */
  #uniqueId(id: string): string {
    let unique = id;
    while (this.#ids.has(unique)) unique = `${unique} ${this.entries}`;
    this.#ids.add(unique);
    return unique;
  }

  /** The collector of the current document. */
  #collector(bare: boolean): EntryCollector {
    const last = this.#collectors.at(-1);
    const opened = this.#opened;
    this.#opened = null;
    if (last && (opened === null || (bare && this.#bare))) return last;
    if (last && opened) {
      const { line, column } = opened;
      this.#warnings.add(`another HAR begins at line ${line}, column ${column}: it is read too`);
    }
    this.#bare = bare;
    const next = new EntryCollector(this.#options, {
      warn: (text) => this.#warnings.add(text),
      skip: (problem, text) => this.#skip(problem, text),
      uniqueId: (id) => this.#uniqueId(id),
    });
    this.#collectors.push(next);
    return next;
  }
}

/** The entry in an object that a log has for it: a Playwright trace calls it `snapshot`. */
function entryIn(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const inner = [value.snapshot, value.entry, value._source].find(isRecord);
  return inner ?? value;
}

/** The text of a HAR that is the value of a member, as an API gives files; null without one. */
function harIn(document: Loose): string | null {
  for (const value of Object.values(document)) {
    if (typeof value === 'string' && /^\s*\{[\s\S]{0,4000}"entries"\s*:/.test(value)) return value;
  }
  return null;
}

function readInner(text: string, options: HarOptions, wrapping: Wrapping): HarReadResult {
  const reader = new Reader(options);
  reader.push(text);
  return reader.end(wrapping);
}

/** Makes a reader that holds one entry of the text at a time, and what the options keep. */
export function createPieceReader(options: HarOptions): PieceReader {
  return new Reader(options);
}
