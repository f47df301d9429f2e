import { Collector, type HarOptions, type HarReadResult } from './collect.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { nothingFound, truncatedGap } from './messages.ts';
import { createScanner } from './scan.ts';
import { type LogHead, readLogHead } from './schema.ts';

/** Reads a HAR whose text comes in pieces, or that is not whole. */
export interface PieceReader {
  push(chunk: string): void;
  end(): HarReadResult;
}

/** Makes a reader that keeps no more of the text than one entry. */
export function createPieceReader(options: HarOptions): PieceReader {
  const collector = new Collector(options);
  let head: LogHead = readLogHead(null);
  let dialect: Dialect | null = null;
  let start = '';
  const scanner = createScanner({
    creator(text) {
      head = readLogHead({ creator: parse(text) });
    },
    entry(text, index) {
      const entry = text === null ? null : parse(text);
      if (entry === undefined) {
        collector.warn(`entries[${index}] is not valid JSON: skipped`);
        return;
      }
      dialect ??= dialectOf(head, entry);
      collector.add(entry, index, dialect);
    },
  });
  return {
    push(chunk) {
      if (start.length < 1_000) start = (start + chunk.slice(0, 1_000)).replace(/^\uFEFF/, '');
      scanner.push(chunk);
    },
    end() {
      const end = scanner.end();
      if (!end.found) return { ok: false, ...nothingFound(options.file, start, end) };
      const gaps = end.whole ? [] : [truncatedGap(options.file, end, collector.total)];
      return collector.result(dialect ?? dialectOf(head, null), gaps);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
