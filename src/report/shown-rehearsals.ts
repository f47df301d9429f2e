import type { RehearsalNote } from '../http/rehearsal-note.ts';
import {
  goodWord,
  messagesInTime,
  type RehearsalRow,
  rehearsalRow,
} from '../rehearsal/rehearsal-rows.ts';
import type { Selection } from './selection.ts';
import type { Shared } from './shared.ts';

/** A line of the journal with what the application did. */
export interface ShownRehearsal {
  readonly note: RehearsalNote;
  readonly row: RehearsalRow;
}

/** The rehearsals that belong to a report: all of them, or those that the chosen flows met. */
export function shownRehearsals(
  { snapshot }: Pick<Shared, 'snapshot'>,
  { flows, isWhole }: Selection,
): readonly ShownRehearsal[] {
  const messages = messagesInTime(snapshot);
  const own = flows.flatMap(({ flow }) => flow.messages);
  const met = new Set(own.flatMap(({ exchange }) => exchange.rehearsed?.armedAt ?? []));
  return snapshot.rehearsals
    .filter(({ armedAt }) => isWhole || met.has(armedAt))
    .map((note) => ({ note, row: rehearsalRow(note, messages) }));
}

/** The cells of the table, one row for each rehearsal. */
export function rehearsalCells(shown: readonly ShownRehearsal[]): readonly (readonly string[])[] {
  return shown.map(({ row }) => [row.title, row.did, goodWord(row), row.why]);
}

/** What met the fault and what was changed, one line for each. */
export function hitLines({ hits }: RehearsalNote): readonly string[] {
  return hits.map(({ method, url, name, before, after }) => {
    const change = name === null ? '' : `: ${name} ${before ?? 'was'} → ${after ?? 'changed'}`;
    return `${method} ${url}${change}`;
  });
}
