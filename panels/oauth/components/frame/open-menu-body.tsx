import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MenuEntry } from '../../actions/menu-entry.ts';
import { runEntry } from '../../actions/run-entry.ts';
import { useStore } from '../../model/context.ts';
import type { OpenMenu } from '../../model/place.ts';
import { moveInMenu } from './menu-keys.ts';
import { MenuList } from './menu-list.tsx';

/** Pixels between a menu and the edges of the panel. */
const MARGIN = 4;

/** Puts the menu at its point, or where the panel has room for it. */
function place(menu: HTMLElement, { x, y }: OpenMenu): void {
  const { innerWidth, innerHeight } = window;
  menu.style.maxHeight = `${innerHeight - 2 * MARGIN}px`;
  const left = Math.min(x, innerWidth - menu.offsetWidth - MARGIN);
  const top = Math.min(y, innerHeight - menu.offsetHeight - MARGIN);
  menu.style.left = `${Math.max(left, MARGIN)}px`;
  menu.style.top = `${Math.max(top, MARGIN)}px`;
}

function Opened({ menu }: { readonly menu: OpenMenu }) {
  const store = useStore();
  const box = useRef<HTMLDivElement>(null);
  const close = (refocus: boolean) => {
    store.menu.value = null;
    if (refocus) menu.from?.focus({ preventScroll: true });
  };
  const take = (entry: MenuEntry) => {
    close(true);
    void runEntry(entry, store, menu);
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    place(element, menu);
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const isOutside = ({ target }: Event) => !(target instanceof Node && element.contains(target));
    const onPress = (event: Event) => {
      if (isOutside(event)) close(false);
    };
    const onLeave = () => close(false);
    // A submenu makes the menu longer.
    const observer = new MutationObserver(() => place(element, menu));
    observer.observe(element, { childList: true, subtree: true });
    document.addEventListener('mousedown', onPress, { capture: true });
    document.addEventListener('wheel', onPress, { capture: true, passive: true });
    window.addEventListener('blur', onLeave);
    window.addEventListener('resize', onLeave);
    return () => {
      observer.disconnect();
      document.removeEventListener('mousedown', onPress, { capture: true });
      document.removeEventListener('wheel', onPress, { capture: true });
      window.removeEventListener('blur', onLeave);
      window.removeEventListener('resize', onLeave);
    };
  }, [menu]);
  return (
    <div
      ref={box}
      class="menu-items"
      role="menu"
      aria-label="Actions"
      tabIndex={-1}
      onKeyDown={(event) => {
        const leaves = event.key === 'Escape' || event.key === 'Tab';
        if (leaves) close(true);
        else if (!moveInMenu(event.currentTarget, event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <MenuList groups={menu.groups} onTake={take} />
    </div>
  );
}

/** The open context menu. It closes after each action and when the user presses elsewhere. */
export function OpenMenuBody() {
  const menu = useStore().menu.value;
  return menu && <Opened key={`${menu.x} ${menu.y}`} menu={menu} />;
}
