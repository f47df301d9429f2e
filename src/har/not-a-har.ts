import type { CompressedEnd } from './inflate.ts';
import { foreignFormat } from './known-foreign.ts';
import { isRecord, type Loose, parseJson } from './loose.ts';
import type { ScanEnd } from './scanner.ts';
import type { TextPosition } from './text-position.ts';

/** What a file without entries holds, as far as it was read. */
interface Content {
  /** The beginning of the text, and whether that is all of it. */
  readonly start: string;
  readonly whole: boolean;
  /** Its first outermost object, if it is JSON. */
  readonly document: Loose;
}

/** How a file was packed. */
export interface Wrapping {
  /** Where its compressed data stopped being readable. */
  readonly compressed: CompressedEnd | null;
  /** The names of the files in an archive. */
  readonly names: readonly string[];
  /** What nothing here can unpack. */
  readonly packing: string | null;
}

/** The message for a file without `log.entries`, and where the file ends if it is cut off. */
export function nothingFound(
  file: string,
  { start, whole, document }: Content,
  end: ScanEnd,
  { compressed, names, packing }: Wrapping,
): { readonly message: string; readonly at: TextPosition | null } {
  if (packing !== null) return { message: `${file} is ${packing}: unpack it first`, at: null };
  const foreign = foreignFormat({ start: start.trimStart(), document, names });
  if (foreign !== null) {
    const { name, advice } = foreign;
    return { message: `${file} is not a HAR: it is ${name}. ${advice}`, at: null };
  }
  if (names.length > 0) return { message: archiveMessage(file, names), at: null };
  const value = whole ? parseJson(start) : undefined;
  if (value !== undefined) return { message: shapeMessage(file, value), at: null };
  if (compressed !== null && start === '') {
    const how = compressed.kind === 'cut' ? 'cut off' : 'damaged';
    return { message: `${file} is compressed and ${how}: nothing of it can be read`, at: null };
  }
  if (!/^\s*[{[]/.test(start)) return { message: strangerMessage(file, start), at: null };
  if (end.whole) return { message: `${file} has no log.entries: not a HAR`, at: null };
  const { line, column } = end;
  const where = `line ${line}, column ${column}`;
  return {
    message: `${file} is cut off: it ends at ${where}, before its first entry`,
    at: { line, column },
  };
}

/** Why an archive cannot be read. */
function archiveMessage(file: string, names: readonly string[]): string {
  const some = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${file} is an archive without a HAR that can be read: it holds ${some}${more}`;
}

/** Why text that does not begin like JSON is not a HAR. */
function strangerMessage(file: string, start: string): string {
  const text = start.trimStart();
  if (text === '') return `${file} is empty`;
  if (text.startsWith('<')) return `${file} is an HTML or XML page, not a HAR`;
  if (text.startsWith('\u001f')) return `${file} is compressed and damaged`;
  if (/[\0-\u0008\u000e-\u001f]|^\uFFFD/.test(text.slice(0, 200))) {
    return `${file} is a binary file, not a HAR`;
  }
  return `${file} is not JSON, so it is not a HAR`;
}

/** Why JSON that has no `log.entries` is not a HAR. */
function shapeMessage(file: string, value: unknown): string {
  if (!isRecord(value)) return `${file} is JSON but not a HAR: it is not an object`;
  const log = value.log;
  if (isRecord(log) && 'entries' in log) return `${file} is not a HAR: log.entries is not a list`;
  return `${file} is JSON but not a HAR: it has no log.entries`;
}
