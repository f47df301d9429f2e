import { type Signal, useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemovedValue } from '../../../../src/redaction/redact-recording.ts';
import { count } from '../../../../src/words/numbers.ts';
import {
  classCount,
  givesAccess,
  placeholderClasses,
} from '../../../../src/words/placeholder-classes.ts';
import type { Sharing } from '../../model/sharing.ts';
import { labelWord, placeholderFacts } from '../../view/placeholder-facts.ts';
import { visible } from '../../view/visible.ts';
import { Value } from '../message/value.tsx';

/** Rows of a class that are drawn at once. */
const STEP = 30;
const MAX_NAMES = 6;

interface Props {
  readonly sharing: Sharing;
  readonly removed: readonly RemovedValue[];
  /** Name of the placeholder that the pointer or the focus is on, or that was clicked in the text. */
  readonly chosen: Signal<string | null>;
}

function where(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).map(visible).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function Row({
  removed,
  sharing,
  chosen,
}: Omit<Props, 'removed'> & { readonly removed: RemovedValue }) {
  const { placeholder, names, value, why } = removed;
  const { name } = placeholder;
  const row = useRef<HTMLLIElement>(null);
  const isChosen = useComputed(() => chosen.value === name).value;
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isChosen]);
  const choose = () => {
    chosen.value = name;
  };
  const secret = givesAccess(placeholder.class);
  const keep = () => {
    sharing.decide({ is: 'keep', value, name, secret });
    chosen.value = null;
  };
  return (
    <li
      ref={row}
      class={isChosen ? 'chosen' : ''}
      data-placeholder={name}
      onMouseEnter={choose}
      onFocusIn={choose}
      onMouseLeave={() => {
        chosen.value = null;
      }}
    >
      <p>
        <code class="placeholder">{name}</code> {labelWord(placeholder)}{' '}
        <span class="quiet">· {placeholderFacts(placeholder)}</span>
      </p>
      <button type="button" class="plain" aria-label={`Keep the value of ${name}`} onClick={keep}>
        Keep this
      </button>
      <p class="whole">
        <Value name={`the value of ${name}`} value={value} secret={secret} />
      </p>
      <p class="whole quiet">
        {why.replaceAll('`', '')}
        {names.length > 1 && ` It stood in ${where(names)}.`}
      </p>
    </li>
  );
}

/** The first rows, a button for more, and the row of the chosen placeholder wherever it stands. */
function Rows({ removed, ...rest }: Props) {
  const [most, setMost] = useState(STEP);
  const { chosen } = rest;
  const [late, setLate] = useState('');
  useSignalEffect(() => {
    const at = removed.findIndex(({ placeholder }) => placeholder.name === chosen.value);
    if (at >= most) setLate(chosen.value ?? '');
  });
  const rows = removed.filter(({ placeholder }, at) => at < most || placeholder.name === late);
  const left = removed.length - rows.length;
  return (
    <>
      <ul>
        {rows.map((one) => (
          <Row key={one.placeholder.name} removed={one} {...rest} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setMost(most + STEP)}>
          show more ({count(left, 'more value')})
        </button>
      )}
    </>
  );
}

/** Every placeholder of the report, by class, and what it stands for. */
export function SharePlaceholders({ removed, ...rest }: Props) {
  const byClass = placeholderClasses
    .map((name) => [name, removed.filter((one) => one.placeholder.class === name)] as const)
    .filter(([, values]) => values.length > 0);
  return (
    <div class="share-placeholders">
      {byClass.map(([name, values]) => (
        <details key={name} open>
          <summary>{classCount(name, values.length)} replaced</summary>
          <Rows removed={values} {...rest} />
        </details>
      ))}
    </div>
  );
}
