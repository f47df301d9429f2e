import type { Gap } from '../http/exchange.ts';
import type { HarPlace } from './collect.ts';
import { asText, isRecord } from './loose.ts';
import type { ScanEnd } from './scan.ts';

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
export function truncatedGap(file: string, end: ScanEnd, total: number): Gap {
  const where = `${file} ends at line ${end.line}, column ${end.column}`;
  const text = end.closed
    ? `${where}, after its last entry: the end of the file is cut off, all entries are there.`
    : `${where}, after ${count(total)}: the rest is cut off.`;
  return { kind: 'truncated-file', text, at: null };
}

function count(total: number): string {
  if (total === 0) return 'no whole entry';
  return total === 1 ? 'one whole entry' : `${total} whole entries`;
}

/** What to say of text in which no `log.entries` was found, and where. */
export function nothingFound(
  file: string,
  start: string,
  { whole, line, column }: ScanEnd,
): { readonly message: string; readonly at: HarPlace | null } {
  if (!/^\s*\{/.test(start)) return { message: strangerMessage(file, start), at: null };
  if (whole) {
    return { message: `${file} has no log.entries: not a HAR`, at: null };
  }
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
export function shapeMessage(file: string, value: unknown): string {
  if (!isRecord(value)) return `${file} is JSON but not a HAR: it is not an object`;
  const log = value.log;
  if (isRecord(log) && 'entries' in log) return `${file} is not a HAR: log.entries is not a list`;
  const said = asText(value.openapi) ?? asText(value.swagger);
  const hint = said === null ? '' : ' (it is an OpenAPI description)';
  return `${file} is JSON but not a HAR: it has no log.entries${hint}`;
}
