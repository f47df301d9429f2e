import { type Aim, Confirmation, type Hit } from './confirm.ts';
import { NeedleTable } from './needle-table.ts';
import { needlesOf, Pieces } from './needles.ts';
import { RECIPES } from './recipes.ts';
import { patternsOf, type SoughtValue } from './sought.ts';
import { foldTable } from './units.ts';
import { unwrapped } from './unwrapped.ts';

export type { SoughtValue } from './sought.ts';

/** A place of a finished text that shows a value. */
export interface Leak {
  readonly name: string;
  /** How the value is written there: `base64url, percent-encoded`. */
  readonly encoding: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** How a long search is watched and ended. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** The share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Places that are told. A text that was never redacted has one on each line. */
const MAX_HITS = 1_000;
const CHUNK = 32_768;
const VALUES_PER_STEP = 16;
/** Milliseconds of work before others have their turn. */
const TURN = 12;

/** Finds collected values in a finished text, in every encoding. It shares no code with redaction. */
export function findLeaks(text: string, sought: readonly SoughtValue[]): readonly Leak[] {
  const steps = search(text, sought);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, with pauses, so that a panel stays responsive. */
export async function findLeaksInTurns(
  text: string,
  sought: readonly SoughtValue[],
  { signal, onProgress }: Watch = {},
): Promise<readonly Leak[]> {
  const steps = search(text, sought);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < TURN) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** Yields the share that is done, after each piece of work. */
function* search(text: string, values: readonly SoughtValue[]): Generator<number, readonly Leak[]> {
  const aims: Aim[] = [];
  const tables = [new NeedleTable(8), new NeedleTable(4)];
  yield* collect(values, aims, tables);
  const confirmation = new Confirmation(aims);
  const hits: Hit[] = [];
  yield* scan(text, tables, confirmation, (hit) => hits.push(hit) < MAX_HITS);
  for (const joined of unwrapped(text)) {
    yield 1;
    if (!joined || hits.length >= MAX_HITS) continue;
    const { text: part, originOf } = joined;
    const add = ({ start, end, ...hit }: Hit) => {
      return hits.push({ ...hit, start: originOf(start), end: originOf(end - 1) + 1 }) < MAX_HITS;
    };
    yield* scan(part, tables, confirmation, add);
  }
  return leaksOf(text, hits);
}

/** Makes the tables of all needles. */
function* collect(
  values: readonly SoughtValue[],
  aims: Aim[],
  [long, short]: readonly NeedleTable[],
): Generator<number> {
  const pieces = new Pieces();
  for (const { value } of values) pieces.add(value);
  for (const pattern of patternsOf(values)) {
    const core = pieces.coreOf(pattern.text);
    const aim = aims.push({ pattern, core }) - 1;
    for (const needle of needlesOf(pattern, core)) {
      const table = needle.units.length >= (long?.width ?? 0) ? long : short;
      if (needle.units.length >= (table?.width ?? 0)) table?.add(aim, needle);
    }
    if (aim % VALUES_PER_STEP === 0) yield 0;
  }
  long?.build();
  short?.build();
  yield 0;
}

/** Calls back for each hit until that returns false. */
function* scan(
  text: string,
  tables: readonly NeedleTable[],
  confirmation: Confirmation,
  isOpen: (hit: Hit) => boolean,
): Generator<number> {
  const fold = foldTable();
  const used = tables.filter(({ size }) => size > 0);
  const widest = Math.max(0, ...used.map(({ width }) => width));
  const codes = new Uint16Array(widest + CHUNK);
  const hashes = used.map(() => 0);
  let goesOn = used.length > 0;
  for (let from = 0; goesOn && from < text.length; from += CHUNK) {
    codes.copyWithin(0, CHUNK);
    const length = Math.min(CHUNK, text.length - from);
    for (let at = 0; at < length; at += 1) {
      codes[widest + at] = fold[text.charCodeAt(from + at)] as number;
    }
    for (const [index, table] of used.entries()) {
      const { width } = table;
      const window = codes.subarray(widest - width);
      hashes[index] = table.scan(window, length, hashes[index] ?? 0, (end, aim, recipe) => {
        const hit = goesOn
          ? confirmation.hitAt(text, from + end - width, width, aim, recipe)
          : null;
        if (hit && !isOpen(hit)) goesOn = false;
      });
    }
    yield from / text.length;
  }
}

/** The places of hits, in the order of the text. Of hits inside each other the outer one counts. */
function leaksOf(text: string, hits: readonly Hit[]): readonly Leak[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const leaks: Leak[] = [];
  const ends = new Map<string, number>();
  let line = 1;
  let lineStart = 0;
  for (const { aim, recipe, start, end } of sorted) {
    const { name } = aim.pattern.sought;
    if (end <= (ends.get(name) ?? -1)) continue;
    ends.set(name, end);
    for (let at = text.indexOf('\n', lineStart); at >= 0 && at < start; ) {
      line += 1;
      lineStart = at + 1;
      at = text.indexOf('\n', lineStart);
    }
    leaks.push({ name, encoding: encodingOf(aim, recipe), line, column: start - lineStart + 1 });
  }
  return leaks;
}

function encodingOf({ pattern }: Aim, recipe: number): string {
  const encoding = RECIPES[recipe]?.name ?? 'as it is';
  if (pattern.kind === 'start') return `${encoding}, its first characters`;
  if (pattern.kind === 'end') return `${encoding}, its last characters`;
  return encoding;
}
