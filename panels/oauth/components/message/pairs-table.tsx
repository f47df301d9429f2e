import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Pointer } from '../../../../src/checks/finding.ts';
import { count } from '../../../../src/words/numbers.ts';
import { showing } from '../../view/row-facts.ts';
import { visible } from '../../view/visible.ts';
import { Value } from './value.tsx';

const STEP = 200;

export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly note?: ComponentChildren;
}

/** Names and values with an explanation each, up to the first few hundred. */
export function PairsTable({
  pairs,
  label,
  secrets,
  part,
}: {
  readonly pairs: readonly Pair[];
  readonly label: string;
  readonly secrets: readonly string[];
  /** What the rows are parts of, for copying. */
  readonly part?: Pointer['part'];
}) {
  const [limit, setLimit] = useState(STEP);
  const left = pairs.length - limit;
  return (
    <>
      <table class="pairs" aria-label={label}>
        <tbody>
          {pairs.slice(0, limit).map(({ name, value, secret, note }, index) => (
            // Names repeat as they were sent, so the position is part of the key.
            <tr
              key={`${index} ${name}`}
              data-row
              tabIndex={-1}
              ref={showing({ name, value, secret, part, rows: pairs })}
            >
              <th scope="row" class="mono">
                {visible(name.slice(0, 200))}
              </th>
              <td class="what">
                <Value name={name} value={value} secret={secret} secrets={secrets} />
              </td>
              <td class="note-cell quiet">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
          show {Math.min(left, STEP)} more of {count(left, 'row')}
        </button>
      )}
    </>
  );
}
