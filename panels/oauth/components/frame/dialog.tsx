import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../../model/context.ts';
import type { DialogName } from '../../model/store.ts';
import { Icon } from '../common/icons.tsx';

interface Props {
  readonly name: DialogName;
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A page above the panel. Escape closes it and returns the focus. */
export function Dialog({ name, label, class: tone, children }: Props) {
  const store = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = store.dialog.value === name;
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const before = document.activeElement;
    if (!element.open) element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  const close = () => {
    if (store.dialog.value === name) store.dialog.value = null;
  };
  return (
    <dialog
      ref={dialog}
      class={tone}
      aria-label={label}
      onClose={() => {
        // The event comes late, when the dialog may be open again.
        if (!dialog.current?.open) close();
      }}
      onKeyDown={(event) => {
        // DevTools open their drawer on an Escape that leaves the panel.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div class="dialog-head">
        <h2>{label}</h2>
        <button type="button" class="tool" aria-label="Close" title="Close (Esc)" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {open && children}
    </dialog>
  );
}
