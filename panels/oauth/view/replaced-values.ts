import type { RedactionNote } from '../../../src/http/recording.ts';

/** Says whether a value stands for one that was replaced before its recording was written. */
export function replacedIn(notes: readonly (RedactionNote | null)[]): (value: string) => boolean {
  const known = new Set(
    notes.flatMap(
      (note) => note?.placeholders.flatMap(({ name, standIn }) => [name, standIn]) ?? [],
    ),
  );
  known.delete('');
  return (value) => known.has(value);
}
