import type { Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../../model/context.ts';
import { Icon } from '../common/icons.tsx';
import { FindHits } from './find-hits.tsx';
import { FindMarks } from './find-marks.tsx';
import { findStatus, useFind } from './use-find.ts';

function Switch(props: {
  readonly on: Signal<boolean>;
  readonly label: string;
  readonly children: string;
}) {
  const { on, label, children } = props;
  return (
    <button
      type="button"
      class="tool switch mono"
      aria-pressed={on.value}
      aria-label={label}
      title={label}
      onClick={() => {
        on.value = !on.value;
      }}
    >
      {children}
    </button>
  );
}

function Scope() {
  const { find } = useStore();
  return (
    <select
      aria-label="Where to find"
      value={find.scope.value}
      onChange={(event) => {
        find.scope.value = event.currentTarget.value === 'flow' ? 'flow' : 'recording';
      }}
    >
      <option value="recording">in the recording</option>
      <option value="flow">in this flow</option>
    </select>
  );
}

function Steps({ disabled }: { readonly disabled: boolean }) {
  const { find } = useStore();
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-label="Previous match"
        title="Previous match (Shift+Enter, Shift+F3)"
        disabled={disabled}
        onClick={() => find.step(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Next match"
        title="Next match (Enter, F3)"
        disabled={disabled}
        onClick={() => find.step(1)}
      >
        ↓
      </button>
    </>
  );
}

function Bar({ listed, onList }: { readonly listed: boolean; readonly onList: () => void }) {
  const store = useStore();
  const { find } = store;
  const input = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);
  const asked = find.asked.value;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  const close = () => {
    find.close();
    const shown = document.querySelector<HTMLElement>('[data-step][aria-current="true"]');
    const place = before.current instanceof HTMLElement ? before.current : null;
    (shown ?? place)?.focus();
  };
  const isEmpty = find.hits.value.length === 0;
  const { busy, done, total } = find.progress.value;
  return (
    <search class="find" aria-label="Find in the recording" data-testid="find-bar">
      <input
        ref={input}
        type="text"
        class="find-field"
        aria-label="Find"
        placeholder="Find values, claims, headers, bodies, names …"
        autocomplete="off"
        spellcheck={false}
        data-testid="find"
        value={find.text.value}
        onInput={(event) => {
          find.awaited = false;
          find.text.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          else if (event.key === 'ArrowDown') {
            document.querySelector<HTMLElement>('.hits [data-row]')?.focus();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="find-status quiet" role="status" data-testid="find-status">
        {findStatus(store)}
      </span>
      {busy && <progress max={total} value={done} aria-label="Searched messages" />}
      <Steps disabled={isEmpty} />
      <Switch on={find.matchCase} label="Match case">
        Aa
      </Switch>
      <Switch on={find.regex} label="Use a regular expression">
        .*
      </Switch>
      <Scope />
      <button
        type="button"
        class="plain"
        aria-expanded={listed}
        disabled={isEmpty}
        onClick={onList}
      >
        All matches {listed ? '▾' : '▸'}
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Close find"
        title="Close (Esc)"
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </search>
  );
}

function Opened() {
  const store = useStore();
  const [listed, setListed] = useState(true);
  useFind(store);
  return (
    <div
      class="find-pane"
      role="none"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || store.menu.value) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.querySelector<HTMLElement>('[aria-label="Close find"]')?.click();
      }}
    >
      <Bar listed={listed} onList={() => setListed(!listed)} />
      {listed && store.find.hits.value.length > 0 && <FindHits />}
      <FindMarks />
    </div>
  );
}

/** The search of the panel, as in DevTools. */
export function FindBarBody() {
  return useStore().find.open.value ? <Opened /> : null;
}
