import type { Gap } from '../http/exchange.ts';
import type { CompressedEnd } from './inflate.ts';
import { asText, isRecord, parseJson } from './loose.ts';
import type { HarPlace } from './place.ts';
import type { ScanEnd } from './scan-types.ts';

/** The gap of a file whose exporter removed credentials. */
export const SANITIZED: Gap = {
  kind: 'sanitized-file',
  text:
    'This file has no Cookie, Authorization or Set-Cookie header. Chromium leaves them out unless ' +
    '“Allow to generate HAR with sensitive data” is on in the DevTools settings, so it cannot be ' +
    'told whether they were sent.',
  at: null,
};

/** The gap of a file that ends in its middle. */
export function truncatedGap(
  file: string,
  end: ScanEnd,
  total: number,
  compressed?: CompressedEnd,
): Gap {
  const where = `${file} ends at line ${end.line}, column ${end.column}`;
  const whole = end.closed
    ? `${where}, after its last entry: the end of the file is cut off, all entries are there.`
    : `${where}, after ${count(total)}: the rest is cut off.`;
  const text = compressed ? `${whole} ${compressedText(compressed)}` : whole;
  return { kind: 'truncated-file', text, at: null };
}

function compressedText({ kind, bytes }: CompressedEnd): string {
  const how = kind === 'cut' ? 'is cut off' : 'is damaged, or something follows it,';
  return `The compressed data ${how} after ${bytes} bytes.`;
}

function count(total: number): string {
  if (total === 0) return 'no whole entry';
  return total === 1 ? 'one whole entry' : `${total} whole entries`;
}

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
): { readonly message: string; readonly at: HarPlace | null } {
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
