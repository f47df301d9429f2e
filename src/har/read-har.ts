import { piecesOf } from './decode-text.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import { createPieceReader } from './piece-reader.ts';

export type { HarOptions, HarReadResult } from './har-options.ts';

/**
 * Reads a HAR 1.2 file whose text is there as a whole, without a pause. Of a file that is cut off it
 * gives what is there. Never throws. The file is never parsed as one: entry by entry takes the same
 * time and hardly any memory.
 */
export function readHar(text: string, options: HarOptions): HarReadResult {
  const reader = createPieceReader(options);
  for (const piece of piecesOf(text.startsWith('\uFEFF') ? text.slice(1) : text))
    reader.push(piece);
  return reader.end();
}
