import { stepKey } from '../../../src/conclusion/steps.ts';
import {
  changeRemark,
  edited,
  type Remarked,
  remarkedFlow,
  remarkedMessage,
  remarkKey,
} from '../model/remarking.ts';
import type { Store } from '../model/store.ts';

/** The message that has the focus or is open, else the flow. */
function remarkedAt(store: Store): Remarked | null {
  const flow = store.current.value?.flow;
  if (!flow) return null;
  const active = document.activeElement;
  const inMessage = active?.closest('[data-step], [data-region="message"]');
  const key = active?.closest<HTMLElement>('[data-step]')?.dataset.step ?? store.stepKey.value;
  const message = flow.messages.find((one) => stepKey(one) === key);
  return inMessage && message ? remarkedMessage(message) : remarkedFlow(flow);
}

/** Pins what has the focus, or removes its pin. */
export function pinFocused(store: Store): void {
  const remarked = remarkedAt(store);
  if (!remarked) return;
  const pinned = !remarked.remark.pinned;
  changeRemark(store.session.value, remarked, { pinned });
  store.say(pinned ? `Pinned this ${remarked.what}` : 'Unpinned');
}

/** Opens the note of what has the focus. */
export function noteFocused(store: Store): void {
  const remarked = remarkedAt(store);
  if (!remarked) return;
  if (remarked.what === 'message') {
    const { kind, exchange } = { kind: remarked.remark.of, exchange: remarked.exchange };
    store.openStep(`${kind} ${exchange.id}`);
  }
  edited.value = remarkKey(remarked);
}
