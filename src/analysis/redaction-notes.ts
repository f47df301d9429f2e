import type { Gap } from '../http/exchange.ts';
import type { RedactionNote } from '../http/recording.ts';

/** The notes of two recordings that are read together as one. */
export function joinedNote(before: RedactionNote | null, note: RedactionNote): RedactionNote {
  if (before === null) return note;
  return {
    ...note,
    placeholders: [...before.placeholders, ...note.placeholders],
    signatures: { ...before.signatures, ...note.signatures },
    hides: [...new Set([...before.hides, ...note.hides])],
  };
}

/** The gap of a redacted recording. */
export function redactedGaps(note: RedactionNote | null): readonly Gap[] {
  if (note === null) return [];
  const count = note.placeholders.length;
  const values = count === 1 ? 'one value was' : `${count} values were`;
  const replaced = `This recording is redacted: ${values} replaced before it was shared.`;
  return [{ kind: 'sanitized-file', text: [replaced, ...note.hides].join(' '), at: null }];
}
