import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly label: ComponentChildren;
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Moves the focus among the buttons of an open menu. False for a key that does not move it. */
function move(box: HTMLElement, key: string): boolean {
  const items = [...box.querySelectorAll<HTMLElement>('.menu-items button')];
  const to = MOVES[key]?.(items.indexOf(document.activeElement as HTMLElement), items.length - 1);
  if (to === undefined) return false;
  items[to]?.focus();
  return true;
}

/** Pixels between an open menu and the edges of the panel. */
const MARGIN = 4;

/** Puts an open menu above or below its button, where there is more room. */
function place(items: HTMLElement, button: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect();
  const below = window.innerHeight - bottom;
  const up = top > below;
  const fromRight = Math.min(window.innerWidth - right, window.innerWidth - items.offsetWidth);
  items.style.right = `${Math.max(fromRight, 0)}px`;
  items.style.maxHeight = `${(up ? top : below) - 2 * MARGIN}px`;
  items.style[up ? 'bottom' : 'top'] = `${up ? window.innerHeight - top : bottom}px`;
}

/** Buttons of a menu that belong together, under a heading. */
export function MenuGroup({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="menu-group">
      <legend class="quiet">{label}</legend>
      {children}
    </fieldset>
  );
}

/** A button that opens a few more buttons. Escape or a press elsewhere closes it. */
export function Menu({ label, title, class: tone = 'tool', children }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPress = (event: MouseEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const items = box.current?.querySelector<HTMLElement>('.menu-items');
    if (items && button.current) place(items, button.current);
    if (box.current) move(box.current, 'Home');
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setOpen(false);
        button.current?.focus();
      } else if (!box.current || !move(box.current, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('mousedown', onPress);
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('mousedown', onPress);
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [open]);
  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        class={tone}
        title={title}
        aria-expanded={open}
        ref={button}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <div class="menu-items">{children}</div>}
    </div>
  );
}
