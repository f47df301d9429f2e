import type { Store } from '../model/store.ts';
import { goBack, moveInRegion, nextRegion, pressRow, sideways } from './move-focus.ts';
import { copyNaturally } from './natural-copy.ts';
import { openMenuByKey } from './open-menu.ts';
import { noteFocused, pinFocused } from './remark-keys.ts';
import { isTyping } from './typing.ts';

/** What a key has to work with. */
interface KeyPlace {
  readonly store: Store;
  readonly root: HTMLElement;
  readonly target: EventTarget | null;
}

/** One line of the help, and what its keys do. */
export interface KeyLine {
  /** `Ctrl+F`, `Shift+F6`, `ArrowDown`. Ctrl is Cmd on macOS. */
  readonly keys: Readonly<Record<string, (place: KeyPlace) => boolean>>;
  /** As shown in the help; without it, the keys themselves. */
  readonly shown?: string;
  readonly does: string;
  /** Whether the keys also work while the user types. */
  readonly typing?: true;
}

function focusFilter({ root }: KeyPlace): boolean {
  const filter = root.querySelector<HTMLInputElement>('[data-testid="filter"]');
  filter?.focus();
  filter?.select();
  return filter !== null;
}

function copy({ store, target }: KeyPlace): boolean {
  const selected = document.getSelection()?.toString() ?? '';
  if (selected !== '' || isTyping(target)) return false;
  void copyNaturally(store);
  return true;
}

function does(work: (store: Store) => void): (place: KeyPlace) => boolean {
  return ({ store }) => {
    work(store);
    return true;
  };
}

/** Steps through the matches, or begins to search. */
function steps(by: 1 | -1): (place: KeyPlace) => boolean {
  return does(({ find }) => {
    if (find.open.value) find.step(by);
    else find.show();
  });
}

/** All keys of the panel, with their words in the help. */
export const KEYMAP: readonly KeyLine[] = [
  {
    keys: {
      ArrowDown: ({ root, store }) => moveInRegion(root, store, 'next'),
      ArrowUp: ({ root, store }) => moveInRegion(root, store, 'previous'),
    },
    shown: '↑ ↓',
    does: 'next and previous row; in the list, selects the flow',
  },
  {
    keys: {
      Home: ({ root, store }) => moveInRegion(root, store, 'first'),
      End: ({ root, store }) => moveInRegion(root, store, 'last'),
    },
    does: 'first and last row',
  },
  {
    keys: {
      PageUp: ({ root, store }) => moveInRegion(root, store, 'page up'),
      PageDown: ({ root, store }) => moveInRegion(root, store, 'page down'),
    },
    does: 'one page of rows',
  },
  {
    keys: {
      ArrowLeft: ({ root, store }) => sideways(root, store, -1),
      ArrowRight: ({ root, store }) => sideways(root, store, 1),
    },
    shown: '← →',
    does: 'collapse and expand, or go to the next region',
  },
  {
    keys: {
      F6: ({ root, store }) => nextRegion(root, store, 1),
      'Shift+F6': ({ root, store }) => nextRegion(root, store, -1),
    },
    does: 'next and previous region',
    typing: true,
  },
  {
    keys: { Enter: () => pressRow(), ' ': () => pressRow() },
    shown: 'Enter',
    does: 'open the flow or the message; reveal the value of a row',
  },
  {
    keys: {
      // The search closes itself.
      Escape: ({ root, store, target }) =>
        !(target instanceof Element && target.closest('.find-pane')) && goBack(root, store),
    },
    shown: 'Esc',
    does: 'go back, or close the search',
  },
  { keys: { '/': focusFilter }, does: 'filter the list' },
  { keys: { p: does(pinFocused) }, does: 'pin the message that has the focus, or the flow' },
  { keys: { n: does(noteFocused) }, does: 'write a note on it' },
  {
    keys: { 'Ctrl+F': does(({ find }) => find.show()) },
    does: 'find in everything that was recorded, decoded',
    typing: true,
  },
  {
    keys: {
      F3: steps(1),
      'Shift+F3': steps(-1),
      'Ctrl+G': steps(1),
      'Ctrl+Shift+G': steps(-1),
    },
    shown: 'F3 Shift+F3',
    does: 'next and previous match',
    typing: true,
  },
  {
    keys: {
      'Shift+F10': ({ root, store }) => openMenuByKey(root, store),
      ContextMenu: ({ root, store }) => openMenuByKey(root, store),
    },
    shown: 'Shift+F10',
    does: 'everything that can be copied or done with the row; the same as a right click',
  },
  {
    keys: { 'Ctrl+C': copy },
    does: 'copy what has the focus: a value, a finding, a message as a command, or the conclusion',
    typing: true,
  },
  {
    keys: { 'Ctrl+S': does((store) => store.share()) },
    does: 'share: a preview of the redacted report of the flow, which Enter copies',
    typing: true,
  },
  { keys: { 'Ctrl+L': does((store) => store.clear()) }, does: 'clear', typing: true },
  {
    keys: { 'Ctrl+E': does((store) => store.togglePaused()) },
    does: 'pause and resume',
    typing: true,
  },
  {
    keys: {
      '?': does((store) => {
        store.dialog.value = 'help';
      }),
    },
    does: 'this help',
  },
];

/** The keys of a line as users read them. */
export function keysShown({ keys, shown }: KeyLine): string {
  return shown ?? Object.keys(keys).join(' ').replaceAll('Page', 'Page ');
}
