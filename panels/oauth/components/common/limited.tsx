import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { count } from '../../../../src/words/numbers.ts';

interface Props<T> {
  readonly items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  readonly step: number;
  readonly thing: string;
  readonly children: (item: T) => ComponentChildren;
}

/** The first items of a list, and a button for more. */
export function Limited<T>({ items, step, thing, children }: Props<T>) {
  const [limit, setLimit] = useState(step);
  const left = items.length - limit;
  return (
    <>
      {items.slice(0, limit).map(children)}
      {left > 0 && (
        <li class="more">
          <button type="button" class="link" data-row onClick={() => setLimit(limit + step)}>
            show {Math.min(left, step)} more of {count(items.length, thing)}
          </button>
        </li>
      )}
    </>
  );
}
