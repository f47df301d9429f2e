import type { Gap } from '../http/exchange.ts';
import { Collector, type HarOptions, type HarReadResult } from './collect.ts';
import { dialectOf } from './dialect.ts';
import { isRecord } from './loose.ts';
import { shapeMessage } from './messages.ts';
import { createPieceReader } from './pieces.ts';
import { readLogHead } from './schema.ts';

export type { HarOptions, HarPlace, HarReadResult } from './collect.ts';

/** Reads a HAR 1.2 file. Of a file that is cut off it gives what is there. Never throws. */
export function readHar(text: string, options: HarOptions): HarReadResult {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return readDamaged(bare, options);
  }
  const log = isRecord(value) && isRecord(value.log) ? value.log : value;
  if (!isRecord(log) || !Array.isArray(log.entries)) {
    return { ok: false, message: shapeMessage(options.file, value), at: null };
  }
  const entries: readonly unknown[] = log.entries;
  const dialect = dialectOf(readLogHead(log), entries[0]);
  const collector = new Collector(options);
  for (let index = 0; index < entries.length; index += 1) {
    collector.add(entries[index], index, dialect);
  }
  return collector.result(dialect, []);
}

function readDamaged(text: string, options: HarOptions): HarReadResult {
  const reader = createPieceReader(options);
  reader.push(text);
  const result = reader.end();
  if (!result.ok || result.warnings.length > 0 || result.gaps.some(isTruncation)) return result;
  return { ...result, warnings: [`${options.file} is not valid JSON outside its entries`] };
}

function isTruncation({ kind }: Gap): boolean {
  return kind === 'truncated-file';
}
