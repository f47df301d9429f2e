import { useEffect, useRef } from 'preact/hooks';
import type { RemovedValue } from '../../../../src/redaction/redact-recording.ts';
import {
  classCount,
  givesAccess,
  placeholderClasses,
} from '../../../../src/words/placeholder-classes.ts';
import type { Sharing } from '../../model/sharing.ts';
import { labelWord, placeholderFacts } from '../../view/placeholder-facts.ts';
import { visible } from '../../view/visible.ts';
import { Value } from '../message/value.tsx';

const MAX_SHOWN = 300;
const MAX_NAMES = 6;

interface Props {
  readonly sharing: Sharing;
  readonly removed: readonly RemovedValue[];
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
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
  onChoose,
}: Omit<Props, 'removed'> & { readonly removed: RemovedValue }) {
  const { placeholder, names, value, why } = removed;
  const { name } = placeholder;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen === name) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen, name]);
  const secret = givesAccess(placeholder.class);
  const keep = () => {
    sharing.decide({ is: 'keep', value, name, secret });
    onChoose(null);
  };
  return (
    <li
      ref={row}
      class={name === chosen ? 'chosen' : ''}
      data-placeholder={name}
      onMouseEnter={() => onChoose(name)}
      onMouseLeave={() => onChoose(null)}
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
          <ul>
            {values.slice(0, MAX_SHOWN).map((one) => (
              <Row key={one.placeholder.name} removed={one} {...rest} />
            ))}
          </ul>
          {values.length > MAX_SHOWN && (
            <p class="quiet">and {values.length - MAX_SHOWN} more of this kind</p>
          )}
        </details>
      ))}
    </div>
  );
}
