import type { HarOptions, HarReadResult } from './collect.ts';
import { shapeMessage } from './messages.ts';
import { createPieceReader } from './pieces.ts';

export type { HarOptions, HarReadResult } from './collect.ts';

/**
 * Reads a HAR 1.2 file. Of a file that is cut off it gives what is there. Never throws. The file is
 * never parsed as one: entry by entry takes the same time and hardly any memory.
 */
export function readHar(text: string, options: HarOptions): HarReadResult {
  const reader = createPieceReader(options);
  reader.push(text);
  const result = reader.end();
  return result.ok || result.at ? result : { ...result, message: whyNot(text, options, result) };
}

function whyNot(text: string, { file }: HarOptions, { message }: { message: string }): string {
  try {
    return shapeMessage(file, JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return message;
  }
}
