import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Range } from '../../../../src/words/differing-parts.ts';
import { useStore } from '../../model/context.ts';
import { hideIn, masked } from '../../view/masking.ts';
import { showing } from '../../view/row-facts.ts';
import { named, REPLACED } from '../../view/shown-names.ts';
import { visible } from '../../view/visible.ts';
import { Icon } from '../common/icons.tsx';
import { LongText } from './long-text.tsx';

/** Marks all places of a value while the pointer or the focus is on one of them. */
export function Same({
  value,
  children,
}: {
  readonly value: string;
  readonly children: ComponentChildren;
}) {
  const store = useStore();
  const place = useRef<HTMLSpanElement>(null);
  const same = useComputed(() => store.marked.value === value);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const mark = () => {
      store.marked.value = value;
    };
    const unmark = () => {
      if (store.marked.value === value) store.marked.value = null;
    };
    const ins = ['mouseenter', 'focusin'];
    const outs = ['mouseleave', 'focusout'];
    for (const name of ins) element.addEventListener(name, mark);
    for (const name of outs) element.addEventListener(name, unmark);
    return () => {
      unmark();
      for (const name of ins) element.removeEventListener(name, mark);
      for (const name of outs) element.removeEventListener(name, unmark);
    };
  }, [store, value]);
  return (
    <span class={same.value ? 'same on' : 'same'} ref={place}>
      {children}
    </span>
  );
}

interface Props {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  /** Secrets of the message, which may be inside the value. */
  readonly secrets?: readonly string[];
  /** The part that differs from another value. It is marked where the whole value is shown. */
  readonly differs?: Range;
}

/** Limit in characters. Hiding in longer values takes too long. Revealing shows the rest. */
const LONGEST = 200_000;
/** Longer values are shown without a mark, by parts. */
const LONGEST_MARKED = 1_000;
const NONE: readonly string[] = [];

function Marked({ value, differs: [start, end] }: { readonly value: string; differs: Range }) {
  const [before, part, after] = [value.slice(0, start), value.slice(start, end), value.slice(end)];
  return (
    <>
      {visible(before)}
      <mark>{visible(part)}</mark>
      {visible(after)}
    </>
  );
}

/** A value in monospace. A secret shows its end and its length until the user reveals it. */
export function Value({ name, value, secret, secrets = NONE, differs }: Props) {
  const [revealed, setRevealed] = useState(false);
  const whole = named(value);
  const replaced = whole !== value;
  const hidden = useMemo(
    () => (secret && !replaced ? masked(value) : hideIn(value.slice(0, LONGEST), secrets)),
    [value, secret, secrets, replaced],
  );
  const hides = hidden !== whole;
  if (value === '') return <span class="quiet">(empty)</span>;
  return (
    <Same value={value}>
      <code
        class={secret && hides && !revealed ? 'value masked' : 'value'}
        ref={showing({ name, value, secret })}
        title={replaced ? REPLACED : undefined}
      >
        {differs && !replaced && (revealed || !hides) && value.length <= LONGEST_MARKED ? (
          <Marked value={value} differs={differs} />
        ) : (
          <LongText text={revealed ? whole : hidden} />
        )}
      </code>
      {hides && (
        <button
          type="button"
          class="reveal"
          aria-pressed={revealed}
          aria-label={`${revealed ? 'Hide' : 'Reveal'} ${name}`}
          title={revealed ? 'Hide' : 'Reveal'}
          onClick={() => setRevealed(!revealed)}
        >
          <Icon name="eye" />
        </button>
      )}
    </Same>
  );
}
