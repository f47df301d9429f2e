import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Boundary } from '../frame/error-boundary.tsx';

export interface Tab {
  readonly name: string;
  readonly view: () => ComponentChildren;
}

interface Props {
  readonly tabs: readonly Tab[];
  readonly label: string;
  /** Name of the selected tab, when others change it too. Without it, the tabs keep it. */
  readonly selected?: Signal<string>;
  /** Element at the end of the row of tabs. */
  readonly children?: ComponentChildren;
}

/** WAI-ARIA tabs: arrow keys change the tab. */
export function Tabs({ tabs, label, selected, children }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const own = useSignal(tabs[0]?.name ?? '');
  const name = selected ?? own;
  const found = tabs.findIndex((tab) => tab.name === name.value);
  const index = Math.max(found, 0);
  const current = tabs[index];
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    const next = (index + step + tabs.length) % tabs.length;
    name.value = tabs[next]?.name ?? name.value;
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tabs">
      <div class="tab-bar">
        <div role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab, position) => (
            <button
              key={tab.name}
              type="button"
              role="tab"
              id={`${id}-${position}`}
              aria-selected={position === index}
              aria-controls={`${id}-panel`}
              tabIndex={position === index ? 0 : -1}
              onClick={() => {
                name.value = tab.name;
              }}
            >
              {tab.name}
            </button>
          ))}
        </div>
        {children}
      </div>
      <div role="tabpanel" class="tab-panel" id={`${id}-panel`} aria-labelledby={`${id}-${index}`}>
        {current && (
          <Boundary what={`the tab “${current.name}”`} retry={current.name}>
            {current.view()}
          </Boundary>
        )}
      </div>
    </div>
  );
}
