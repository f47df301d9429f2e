import type { HarProgress } from '../har/read-har-stream.ts';
import { plain } from '../report/plain.ts';

/** The part of `process.stderr` that is used. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows the progress of long work on one line, and removes the line. */
export interface ProgressLine {
  show(file: string, progress: HarProgress): void;
  /** Other work, with its share from 0 to 1 if that is known. */
  work(what: string, done?: number): void;
  clear(): void;
}

/** Milliseconds after which work is long. */
const PATIENCE = 1_000;
/** Milliseconds between two updates. */
const PERIOD = 100;
const CLEAR_LINE = '\r\u001B[K';

/** Makes a progress line. It is silent without a terminal, or when the work is short. */
export function createProgressLine(
  terminal: Terminal,
  now = () => performance.now(),
): ProgressLine {
  if (terminal.isTTY !== true) {
    return { show: () => undefined, work: () => undefined, clear: () => undefined };
  }
  let next = now() + PATIENCE;
  let shown = false;
  const write = (text: string): void => {
    if (now() < next) return;
    next = now() + PERIOD;
    shown = true;
    terminal.write(CLEAR_LINE + text);
  };
  return {
    show: (file, progress) => write(`${plain(file)}: ${progressText(progress)}`),
    work: (what, done) =>
      write(done === undefined ? `${what} …` : `${what}: ${Math.floor(100 * done)} %`),
    clear() {
      if (shown) terminal.write(CLEAR_LINE);
      shown = false;
    },
  };
}

function progressText({ bytesRead, totalBytes, entries }: HarProgress): string {
  const share = totalBytes ? `${Math.floor((100 * bytesRead) / totalBytes)} % of ` : '';
  return `${share}${megabytes(totalBytes ?? bytesRead)}, ${entries.toLocaleString('en')} entries`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}
