import { piecesOf } from './decode-text.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import { createPieceReader } from './piece-reader.ts';

export type { HarOptions, HarReadResult } from './har-options.ts';

/**
 * Reads the whole text of a HAR 1.2 file without a pause, or as much as there is of one that is cut
 * off. Never throws. Parses entry by entry, which is as fast as parsing the file at once and takes
 * far less memory.
 */
export function readHar(text: string, options: HarOptions): HarReadResult {
  const reader = createPieceReader(options);
  for (const piece of piecesOf(text.startsWith('\uFEFF') ? text.slice(1) : text))
    reader.push(piece);
  return reader.end();
}
