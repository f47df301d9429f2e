import { type Aim, Confirmation, type Hit } from './confirm.ts';
import { NeedleTable } from './needle-table.ts';
import { needlesOf, Pieces } from './needles.ts';
import { READING, type SeenValue, seenValues } from './seen-values.ts';
import { patternsOf, type SoughtValue } from './sought.ts';
import { foldTable } from './units.ts';
import { type Joined, unwrapped } from './unwrapped.ts';

/** Places that are told. A text that was never redacted has one on each line. */
const MAX_HITS = 1_000;
const CHUNK = 32_768;
const PATTERNS_PER_STEP = 16;

/** Yields the share that is done, after each piece of work. */
export function* search(
  text: string,
  values: readonly SoughtValue[],
): Generator<number, readonly Hit[]> {
  const parts: Joined[] = [{ text, originOf: (at) => at }];
  for (const joined of unwrapped(text)) {
    if (joined) parts.push(joined);
    yield 0;
  }
  const seen = yield* seenValues(parts, values);
  const tables = [new NeedleTable(8), new NeedleTable(4)];
  const confirmation = new Confirmation(yield* collect(seen, tables));
  const hits: Hit[] = [];
  const all = parts.reduce((sum, part) => sum + part.text.length, 0);
  let before = 0;
  for (const { text: part, originOf } of parts) {
    if (hits.length >= MAX_HITS) break;
    const add = ({ start, end, ...hit }: Hit) => {
      return hits.push({ ...hit, start: originOf(start), end: originOf(end - 1) + 1 }) < MAX_HITS;
    };
    for (const done of scan(part, tables, confirmation, add)) {
      yield READING + ((1 - READING) * (before + done)) / all;
    }
    before += part.length;
  }
  return hits;
}

/** Makes the tables of all needles of values that were seen. Returns what they are needles of. */
function* collect(
  seen: readonly SeenValue[],
  [long, short]: readonly NeedleTable[],
): Generator<number, readonly Aim[]> {
  const aims: Aim[] = [];
  const pieces = new Pieces();
  for (const { sought } of seen) pieces.add(sought.value);
  for (const { sought, places } of seen) {
    for (const pattern of patternsOf(sought, places)) {
      const core = pieces.coreOf(pattern.text);
      const aim = aims.push({ pattern, core }) - 1;
      for (const needle of needlesOf(pattern, core)) {
        const table = needle.units.length >= (long?.width ?? 0) ? long : short;
        if (needle.units.length >= (table?.width ?? 0)) table?.add(aim, needle);
      }
      if (aim % PATTERNS_PER_STEP === 0) yield READING;
    }
  }
  long?.build();
  short?.build();
  yield READING;
  return aims;
}

/** Calls back for each hit until that returns false. Yields how many characters are searched. */
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
    yield from + length;
  }
}
