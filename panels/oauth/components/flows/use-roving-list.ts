import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ownKeys } from '../../actions/roving-keys.ts';

/** A list with one tab stop, whose selection follows the arrow keys. */
export interface RovingList {
  readonly box: RefObject<HTMLElement | null>;
  readonly length: number;
  /** Index of the selected row. Negative when none is selected. */
  readonly current: number;
  /** Number of rows that PageUp and PageDown pass over. */
  readonly page: () => number;
  readonly select: (index: number) => void;
  /** Enter and Space. */
  readonly open: (index: number) => void;
  /** Folds or unfolds a row. False when there is nothing to fold or unfold. */
  readonly fold?: (index: number, folded: boolean) => boolean;
}

function target(key: string, { length, current, page }: RovingList): number | null {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current < 0 ? length - 1 : current - 1;
    case 'PageDown':
      return current + page();
    case 'PageUp':
      return current - page();
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

function onKey({ key }: KeyboardEvent, list: RovingList): boolean {
  const { current, length, fold } = list;
  if (length === 0) return false;
  if (current >= 0 && (key === 'Enter' || key === ' ')) {
    list.open(current);
    return true;
  }
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    return current >= 0 && (fold?.(current, key === 'ArrowLeft') ?? false);
  }
  const to = target(key, list);
  if (to === null) return false;
  list.select(Math.min(length - 1, Math.max(0, to)));
  return true;
}

/**
 * The keys of a list: ↑ ↓ Home End PageUp PageDown select, ← → fold and unfold, Enter opens. The rows
 * have `aria-selected`, and `tabIndex` 0 on the selected one only. The selected row keeps the focus if
 * the list had it.
 */
export function useRovingList(list: RovingList): void {
  const now = useRef(list);
  now.current = list;
  const hadFocus = useRef(false);
  useEffect(() => {
    const box = list.box.current;
    if (!box) return;
    return ownKeys(box, (event) => {
      const used = onKey(event, now.current);
      hadFocus.current = used;
      return used;
    });
  }, [list.box, list.length === 0]);
  useLayoutEffect(() => {
    const box = list.box.current;
    const active = document.activeElement;
    // A row that is drawn at another place loses the focus, which then is nowhere.
    if (active && active !== document.body && !box?.contains(active)) hadFocus.current = false;
    if (!hadFocus.current) return;
    const row = box?.querySelector<HTMLElement>('[aria-selected="true"]');
    row?.focus({ preventScroll: true });
  });
}
