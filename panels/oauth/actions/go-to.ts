import type { Store } from '../model/store.ts';

interface Place {
  readonly flow: string;
  /** Key of a step. Without it, the flow itself. */
  readonly step?: string;
}

/** Selects a flow or one of its steps, scrolls there and gives it the focus. */
export function goTo(store: Store, { flow, step }: Place): void {
  store.openFlow(flow);
  // The first view is the one with the steps.
  store.flowView.value = '';
  if (step !== undefined) store.openStep(step);
  const selector =
    step === undefined
      ? `[data-flow-id="${CSS.escape(flow)}"][data-row]`
      : `[data-step="${CSS.escape(step)}"]`;
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(selector);
    row?.scrollIntoView?.({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  });
}
