import type { CompressedEnd } from './inflate.ts';
import { asText, isRecord, parseJson } from './loose.ts';
import type { ScanEnd } from './scanner.ts';
import type { TextPosition } from './text-position.ts';

/** The text that a file begins with, and whether that is all of it. */
interface Head {
  readonly text: string;
  readonly whole: boolean;
}

/** What to say of text in which no `log.entries` was found, and where. */
export function nothingFound(
  file: string,
  head: Head,
  { whole, line, column }: ScanEnd,
  compressed?: CompressedEnd,
): { readonly message: string; readonly at: TextPosition | null } {
  const value = head.whole ? parseJson(head.text) : undefined;
  if (value !== undefined) return { message: shapeMessage(file, value), at: null };
  if (compressed && head.text === '') {
    const how = compressed.kind === 'cut' ? 'cut off' : 'damaged';
    return { message: `${file} is compressed and ${how}: nothing of it can be read`, at: null };
  }
  if (!/^\s*[{[]/.test(head.text)) return { message: strangerMessage(file, head.text), at: null };
  if (whole) return { message: `${file} has no log.entries: not a HAR`, at: null };
  const where = `line ${line}, column ${column}`;
  return {
    message: `${file} is cut off: it ends at ${where}, before its first entry`,
    at: { line, column },
  };
}

/** Why text that does not even begin like a HAR is none. */
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
  const said = asText(value.openapi) ?? asText(value.swagger);
  const hint = said === null ? '' : ' (it is an OpenAPI description)';
  return `${file} is JSON but not a HAR: it has no log.entries${hint}`;
}
