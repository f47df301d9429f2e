import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { MenuGroup } from '../../actions/menu-entry.ts';
import { useStore } from '../../model/context.ts';

interface Props {
  readonly label: ComponentChildren;
  readonly title: string;
  readonly class?: string;
  readonly groups: () => readonly MenuGroup[];
}

/** A button that opens a menu below itself. */
export function MenuButton({ label, title, class: tone = 'tool', groups }: Props) {
  const store = useStore();
  const button = useRef<HTMLButtonElement>(null);
  const open = store.menu.value !== null && store.menu.value.from === button.current;
  const show = () => {
    const from = button.current;
    if (!from || open) return;
    const { left, bottom } = from.getBoundingClientRect();
    store.menu.value = { x: left, y: bottom, groups: groups(), from };
  };
  return (
    <button
      type="button"
      class={tone}
      title={title}
      aria-haspopup="menu"
      aria-expanded={open}
      ref={button}
      onClick={show}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        show();
      }}
    >
      {label}
    </button>
  );
}
