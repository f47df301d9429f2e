import type { RedactionNote } from '../../../src/http/recording.ts';
import { shownNames } from '../view/shown-names.ts';
import { later } from './lazy.tsx';

const naming = later(() => import('./share-names.ts'));

/** Shows the names of the placeholders of a redacted recording instead of their stand-ins. */
export function nameStandIns(note: RedactionNote | null): void {
  if ((shownNames.peek()?.note ?? null) === note) return;
  shownNames.value = note && { note, name: (text) => text };
  if (note === null) return;
  void naming.load().then(({ namesOf }) => {
    if (shownNames.peek()?.note === note) shownNames.value = { note, name: namesOf(note) };
  });
}
