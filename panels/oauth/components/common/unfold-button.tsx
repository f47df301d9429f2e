import type { ComponentChildren } from 'preact';

interface Props {
  readonly open: boolean;
  /** Id of the element that it unfolds. */
  readonly controls: string;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** The head of a row that unfolds, with its caret. */
export function UnfoldButton({ open, controls, onToggle, children }: Props) {
  return (
    <button
      type="button"
      class="token-toggle"
      data-row
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
    >
      <span class="caret" aria-hidden="true">
        {open ? '▾' : '▸'}
      </span>{' '}
      {children}
    </button>
  );
}
