import { stepKey } from '../../../src/conclusion/steps.ts';
import { later } from '../model/lazy.tsx';
import type { Store } from '../model/store.ts';
import { findingText, verdictText } from '../view/finding-text.ts';
import { rowFactsAt } from '../view/row-facts.ts';
import { copyText } from './clipboard.ts';

const commands = later(() => import('./copy-command.ts'));

/** The text that Ctrl+C copies without a selection: the focused element in its natural form. */
async function naturalText(store: Store): Promise<string | null> {
  const analysed = store.current.value;
  if (!analysed) return null;
  const active = document.activeElement;
  const row = rowFactsAt(active);
  if (row) return row.value;
  const check = active?.closest<HTMLElement>('[data-finding]')?.dataset.finding;
  const finding = analysed.findings.find((one) => one.check === check);
  if (finding) return findingText(finding, analysed);
  const inMessage = active?.closest('[data-step], [data-region="message"]');
  const key = active?.closest<HTMLElement>('[data-step]')?.dataset.step ?? store.stepKey.value;
  const message = analysed.flow.messages.find((one) => stepKey(one) === key);
  if (inMessage && message) {
    const { commandOf } = commands.loaded ?? (await commands.load());
    const command = commandOf(message.exchange, store.settings.copyTarget.value);
    return typeof command === 'string' ? command : null;
  }
  return verdictText(analysed);
}

/** Copies what has the focus, and says at that place what was copied. */
export async function copyNaturally(store: Store): Promise<void> {
  const place = document.activeElement;
  const secret = rowFactsAt(place)?.secret === true;
  const text = await naturalText(store);
  if (text === null) return;
  const copied = await copyText(text);
  if (!copied) store.say('The browser did not let us copy.');
  else if (secret) store.tell('Copied the real value', place);
  else store.tell(`Copied: ${text.split('\n', 1)[0]?.slice(0, 80)}`, place);
}
