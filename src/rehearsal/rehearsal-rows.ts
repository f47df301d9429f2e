import type { RehearsalEnd, RehearsalNote } from '../http/rehearsal-note.ts';
import type { Message } from '../oauth/message.ts';
import { FAULTS } from './all-faults.ts';
import { FOLLOWED, type Reaction, reactionTo } from './reactions.ts';

/** One row of the table of rehearsals. */
export interface RehearsalRow {
  readonly title: string;
  /** What the application did, one sentence. */
  readonly did: string;
  /** Null when the application did not meet the fault, or the fault is not known. */
  readonly isGood: boolean | null;
  /** What that is set against, one sentence or more. */
  readonly why: string;
  readonly kind: Reaction['kind'] | null;
  /** Milliseconds since the epoch until which the application is followed; null when it met nothing. */
  readonly until: number | null;
}

/** The headings of the table, and the word for what is good. */
export const REHEARSAL_HEADS = ['Fault', 'What the application did', 'Good?', 'Why'] as const;

export function goodWord({ isGood }: Pick<RehearsalRow, 'isGood'>): string {
  if (isGood === null) return '–';
  return isGood ? 'good' : 'not good';
}

const ENDED: Readonly<Record<RehearsalEnd, string>> = {
  used: 'It ended when it had met something.',
  stopped: 'It was stopped before.',
  time: 'It ended after five minutes.',
  left: 'The page left the sites of the login before.',
  access: 'The access to the sites was taken back before.',
  failed: 'The browser did not accept its rules.',
};

function endWords(ended: string): string {
  return new Map(Object.entries(ENDED)).get(ended) ?? 'It is over.';
}

/** What an application did with a fault, set against what a good one does. */
export function rehearsalRow(note: RehearsalNote, messages: readonly Message[]): RehearsalRow {
  const { title, ended } = note;
  const [hit] = note.hits;
  const fault = FAULTS.find(({ id }) => id === note.fault);
  if (!hit) {
    const why = ended === null ? 'It is still switched on.' : endWords(ended);
    const did = 'The application did not meet it.';
    return { title, did, isGood: null, why, kind: null, until: null };
  }
  const { kind, text } = reactionTo(hit, messages);
  const until = hit.at + FOLLOWED;
  if (!fault) return { title, did: text, isGood: null, why: '', kind, until };
  const isGood = fault.accepts.includes(kind);
  const why = isGood
    ? 'A good application may do that.'
    : `A good application does something else. ${fault.good}`;
  return { title, did: text, isGood, why, kind, until };
}

/** Every message of an analysis in time order, for what an application did. */
export function messagesInTime({
  flows,
  loose,
}: {
  readonly flows: readonly { readonly flow: { readonly messages: readonly Message[] } }[];
  readonly loose: readonly Message[];
}): readonly Message[] {
  return [...flows.flatMap(({ flow }) => flow.messages), ...loose].sort(
    (a, b) => a.exchange.startedAt - b.exchange.startedAt,
  );
}

/** The table for an issue or a chat. */
export function rehearsalMarkdown(rows: readonly RehearsalRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  const body = rows.map((row) => line([row.title, row.did, goodWord(row), row.why]));
  return [line(REHEARSAL_HEADS), line(REHEARSAL_HEADS.map(() => '---')), ...body].join('\n');
}

/** Text that a page may have written, without an effect in Markdown and on one line. */
function cellText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#!&]/g, (sign) => `\\${sign}`);
}
