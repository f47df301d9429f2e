import type { ComponentChildren } from 'preact';
import { goTo } from '../../actions/go-to.ts';
import { useStore } from '../../model/context.ts';

interface Props {
  readonly flow: string;
  /** Key of a step. Without it, the link leads to the flow. */
  readonly step?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A link to a flow or a step. Unlike a button, its text can be selected with the text around it. */
export function PlaceLink({ flow, step, title, children }: Props) {
  const store = useStore();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to another place of this page, which has no address.
    <a
      href="#place"
      draggable={false}
      title={title}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        goTo(store, step === undefined ? { flow } : { flow, step });
      }}
    >
      {children}
    </a>
  );
}
