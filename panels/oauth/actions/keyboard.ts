import type { Store } from '../model/store.ts';
import { KEYMAP, type KeyLine } from './keymap.ts';
import { passToWidget } from './roving-keys.ts';
import { isTyping } from './typing.ts';

const byKey: ReadonlyMap<string, KeyLine> = new Map(
  KEYMAP.flatMap((line) => Object.keys(line.keys).map((key) => [key, line])),
);

/** The name of a pressed key in the key map. The Shift key is part of what a character key types. */
function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const command = ctrlKey || metaKey;
  const letter = command && key.length === 1 ? key.toUpperCase() : key;
  const shift = shiftKey && (command || key.length > 1);
  return `${command ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${letter}`;
}

/** Whether a widget may have a use of its own for the key. */
function isPlain({ ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey && !isTyping(target);
}

/** Where a key goes: to the focus, and from outside of all regions to an end of the list. */
function widgetFor(name: string, root: HTMLElement): Element | null {
  const active = document.activeElement;
  if (active?.closest('[data-region]')) return active;
  return /^(?:Home|End|Page)/.test(name) ? root.querySelector('[role="tree"]') : null;
}

/** The arrow keys move the border of a pane. */
function isBorder(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'separator';
}

/** The keys of the panel. DevTools do not get the keys that it uses. */
export function onKeyDown(event: KeyboardEvent, store: Store, root: HTMLElement): void {
  if (event.altKey || store.dialog.value !== null || root.querySelector('[role="menu"]')) return;
  if (store.tourStop.value !== null) return;
  const name = nameOf(event);
  const line = byKey.get(name);
  const { target } = event;
  if (!line || (isTyping(target) && !line.typing)) return;
  if (/^(?:Arrow|Home|End)/.test(name) && isBorder(target)) return;
  const isUsed = isPlain(event) && passToWidget(event, widgetFor(name, root));
  if (!isUsed && !line.keys[name]?.({ store, root, target })) return;
  event.preventDefault();
  event.stopPropagation();
}
