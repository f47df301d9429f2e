import type { CompressedEnd } from './inflate.ts';
import { isRecord, parseJson } from './loose.ts';
import type { ScanEnd } from './scanner.ts';
import type { TextPosition } from './text-position.ts';

/** What a file without entries holds, as far as it was read. */
interface Content {
  /** The beginning of the text, and whether that is all of it. */
  readonly start: string;
  readonly whole: boolean;
  /** What a document of another known format is. */
  readonly foreign: string | null;
}

/** The message for a file without `log.entries`, and where the file ends if it is cut off. */
export function nothingFound(
  file: string,
  { start, whole, foreign }: Content,
  end: ScanEnd,
  compressed?: CompressedEnd,
): { readonly message: string; readonly at: TextPosition | null } {
  if (foreign !== null) {
    return { message: `${file} is JSON but not a HAR: it is ${foreign}`, at: null };
  }
  const value = whole ? parseJson(start) : undefined;
  if (value !== undefined) return { message: shapeMessage(file, value), at: null };
  if (compressed && start === '') {
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

/** Why text that does not begin like JSON is not a HAR. */
function strangerMessage(file: string, start: string): string {
  const text = start.trimStart();
  if (text === '') return `${file} is empty`;
  if (text.startsWith('<')) return `${file} is an HTML or XML page, not a HAR`;
  if (text.startsWith('PK\u0003\u0004')) return `${file} is a ZIP archive: unpack it first`;
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
