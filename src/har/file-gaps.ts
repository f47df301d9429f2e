import type { Gap } from '../http/exchange.ts';
import type { CompressedEnd } from './inflate.ts';
import type { ScanEnd } from './scanner.ts';

/** The gap of a file whose exporter removed credentials. */
export const SANITIZED: Gap = {
  kind: 'sanitized-file',
  text:
    'This file has no Cookie, Authorization or Set-Cookie header. Chromium leaves them out unless ' +
    '“Allow to generate HAR with sensitive data” is on in the DevTools settings. So it is unknown ' +
    'whether they were sent.',
  at: null,
};

/** The gap of a file that is cut off. */
export function truncatedGap(
  file: string,
  end: ScanEnd,
  total: number,
  compressed: CompressedEnd | null,
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
