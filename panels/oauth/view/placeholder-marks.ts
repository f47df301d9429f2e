import type { Placeholder } from '../../../src/http/recording.ts';

/** A piece of a text, and the placeholder that it is. */
export interface Piece {
  readonly text: string;
  readonly placeholder: Placeholder | null;
}

const NAME = '‹[^‹›]{1,80}›';

/** A text in pieces, so that each placeholder in it can be marked, by its name or its stand-in. */
export function piecesOf(text: string, placeholders: readonly Placeholder[]): readonly Piece[] {
  const known = new Map<string, Placeholder>();
  for (const one of placeholders) known.set(one.name, one).set(one.standIn, one);
  known.delete('');
  const standIns = placeholders
    .map(({ standIn }) => standIn)
    .filter((standIn) => standIn !== '' && text.includes(standIn))
    .sort((a, b) => b.length - a.length)
    .map((standIn) => standIn.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const found = new RegExp([NAME, ...standIns].join('|'), 'g');
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: match, index } of text.matchAll(found)) {
    const placeholder = known.get(match);
    if (!placeholder) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), placeholder: null });
    pieces.push({ text: match, placeholder });
    done = index + match.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), placeholder: null });
  return pieces;
}
