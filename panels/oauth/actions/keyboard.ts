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

/** The arrow keys move the border of a pane. */
function isBorder(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'separator';
}

/** Where a key is pressed. Without a focus, that is the list of flows. */
function placeOf(root: HTMLElement): Element | null {
  const { activeElement, body } = document;
  return activeElement === body
    ? root.querySelector('[data-region="flows"] .flows')
    : activeElement;
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
  const isUsed = isPlain(event) && passToWidget(event, placeOf(root));
  if (!isUsed && !line.keys[name]?.({ store, root, target })) return;
  event.preventDefault();
  event.stopPropagation();
}
