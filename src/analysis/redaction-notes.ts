import type { Gap } from '../http/exchange.ts';
import type { RedactionNote } from '../http/recording.ts';
import { freeNames } from './free-names.ts';

/**
 * The notes of two recordings that are read together as one. Each file counts from 1, so names of the
 * second one that are taken get other numbers. What stands for a value in both is one placeholder.
 */
export function joinedNote(before: RedactionNote | null, note: RedactionNote): RedactionNote {
  if (before === null) return note;
  const known = new Set(before.placeholders.map(({ standIn }) => standIn));
  const others = note.placeholders.filter(({ standIn }) => !known.has(standIn));
  const names = freeNames(before.placeholders, others);
  return {
    ...note,
    placeholders: [
      ...before.placeholders,
      ...others.map((one) => ({ ...one, name: names.get(one.name) ?? one.name })),
    ],
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
