import { later } from '../model/lazy.tsx';
import { type Point, pointAt } from '../model/place.ts';
import type { Store } from '../model/store.ts';
import { menuTarget } from './menu-target.ts';
import { isTyping } from './typing.ts';

const registry = later(() => import('./menu-body.ts'));

/** Opens the context menu of an element. False where there is nothing to do. */
function openMenu(element: Element, store: Store, point: Point = pointAt(element)): boolean {
  const target = menuTarget(element, store);
  if (!target) return false;
  const focused = element.closest<HTMLElement>('[data-row], button, [tabindex]');
  const active = document.activeElement;
  const from = focused ?? (active instanceof HTMLElement ? active : null);
  const show = ({ menuGroups }: typeof import('./menu-body.ts')) => {
    const groups = menuGroups(target, store);
    if (groups.length > 0) store.menu.value = { ...point, groups, from };
  };
  if (registry.loaded) show(registry.loaded);
  else void registry.load().then(show);
  return true;
}

/** Whether the selected text is under the pointer: the browser's own menu copies it. */
function isOnSelection(target: Node): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
}

/**
 * The panel's menu in place of the browser's. The browser's remains with the Shift key, on selected
 * text, on links and where the user types.
 */
export function onContextMenu(event: MouseEvent, store: Store): void {
  const { target } = event;
  if (event.shiftKey || !(target instanceof Element)) return;
  if (isTyping(target) || target.closest('a[href]') || isOnSelection(target)) return;
  if (target.closest('[role="menu"]')) {
    event.preventDefault();
    return;
  }
  // A key has no place of its own.
  const isKey = event.clientX === 0 && event.clientY === 0;
  const point = isKey ? pointAt(target) : { x: event.clientX, y: event.clientY };
  if (openMenu(target, store, point)) event.preventDefault();
}

/** Opens the context menu of what has the focus. Without a focus, that of the conclusion. */
export function openMenuByKey(root: Element, store: Store): boolean {
  const active = document.activeElement;
  if (isTyping(active)) return false;
  const isNowhere = active === null || active === document.body;
  const element = isNowhere ? root.querySelector('[data-testid="verdict"]') : active;
  return element !== null && openMenu(element, store);
}
