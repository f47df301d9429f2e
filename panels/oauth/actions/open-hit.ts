import type { Hit } from '../../../src/search/search-recording.ts';
import type { TextPlace } from '../../../src/search/search-text.ts';
import type { Store } from '../model/store.ts';

/** The tab of a message that shows a place. */
const TABS: Partial<Readonly<Record<TextPlace, string>>> = {
  URL: 'Headers',
  parameter: 'Parameters',
  'request header': 'Headers',
  'response header': 'Headers',
  'request body': 'Body',
  'response body': 'Response',
  token: 'Tokens',
};

/** Selects the flow and the message of a hit, and the tab that shows it. */
export function openHit({ flow, key, text }: Hit, store: Store): void {
  store.selectFlow(flow);
  const tab = TABS[text.place];
  if (key !== null && tab !== undefined) {
    store.openStep(key);
    store.messageTab.value = tab;
    return;
  }
  store.flowView.value = 'Sequence';
  store.goTo(text.place === 'title' ? 'flows' : 'flow');
}
