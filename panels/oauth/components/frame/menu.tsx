import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly label: ComponentChildren;
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
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
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
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
