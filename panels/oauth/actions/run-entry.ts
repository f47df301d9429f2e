import type { Place } from '../model/place.ts';
import type { Store } from '../model/store.ts';
import { copyText } from './clipboard.ts';
import type { MenuEntry } from './menu-entry.ts';

/** Does what a line of a menu says, and reports it at that place. */
export async function runEntry(entry: MenuEntry, store: Store, place: Place): Promise<void> {
  if ('run' in entry) entry.run();
  if (!('copy' in entry)) return;
  const text = await entry.copy();
  if (typeof text !== 'string') store.tell(text.refused, place);
  else if (await copyText(text)) store.tell(entry.said ?? 'Copied', place);
  else store.tell('The browser did not let the panel copy.', place);
}
