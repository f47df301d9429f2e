import { signal } from '@preact/signals';
import { flowRemark, flowRemarkHolder, messageRemark } from '../../../src/flow/facts/remarks.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import type { Exchange, Remark } from '../../../src/http/exchange.ts';
import type { Message } from '../../../src/oauth/message.ts';
import type { Session } from './session.ts';

/** What a user can pin, and write a note on: a flow or a message. */
export interface Remarked {
  readonly what: 'flow' | 'message';
  /** The exchange that keeps the remark. */
  readonly exchange: Exchange;
  readonly remark: Remark;
}

/** The remark on a flow; null for a flow without messages. */
export function remarkedFlow(flow: Flow): Remarked | null {
  const exchange = flowRemarkHolder(flow);
  return exchange && { what: 'flow', exchange, remark: flowRemark(flow) };
}

/** The remark on a message. */
export function remarkedMessage(message: Message): Remarked {
  return { what: 'message', exchange: message.exchange, remark: messageRemark(message) };
}

/** The remark whose note is being written, as `of` and the id of its exchange. */
export const edited = signal<string | null>(null);

/** Names a remark while the recording exists. */
export const remarkKey = ({ exchange, remark }: Remarked): string => `${remark.of} ${exchange.id}`;

/** A deleted note, while its deletion can be undone. `of` is the key of its remark. */
export const deletedNote = signal<{ readonly of: string; readonly text: string } | null>(null);

const UNDO_TIME = 10_000;

/** Deletes a note. For ten seconds it can be restored. */
export function deleteNote(session: Session, remarked: Remarked): void {
  const deleted = { of: remarkKey(remarked), text: remarked.remark.text };
  deletedNote.value = deleted;
  changeRemark(session, remarked, { text: '' });
  setTimeout(() => {
    if (deletedNote.peek() === deleted) deletedNote.value = null;
  }, UNDO_TIME);
}

/** Longer notes are cut. */
const MAX_NOTE = 2_000;

/** Changes the pin or the note of a remark. */
export function changeRemark(
  session: Session,
  { exchange, remark }: Remarked,
  change: Partial<Pick<Remark, 'pinned' | 'text'>>,
): void {
  const next = { ...remark, ...change };
  const text = next.text.slice(0, MAX_NOTE);
  const others = (exchange.remarks ?? []).filter(({ of }) => of !== remark.of);
  const kept = next.pinned || text !== '' ? [...others, { ...next, text }] : others;
  session.setRemarks(exchange, kept);
}
