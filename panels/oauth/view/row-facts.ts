import type { Pointer } from '../../../src/checks/finding.ts';

/** What a row or a value of the panel shows, for copying. It is kept out of the page's text. */
export interface RowFacts {
  readonly name: string;
  readonly value: string;
  /** Whether the value is hidden until the user reveals it. */
  readonly secret: boolean;
  readonly part?: Pointer['part'] | undefined;
  /** All rows of the table, this one too. */
  readonly rows?: readonly Pick<RowFacts, 'name' | 'value'>[];
}

const facts = new WeakMap<Element, RowFacts>();

/** A `ref` that remembers what an element shows. */
export function showing(row: RowFacts): (element: Element | null) => void {
  return (element) => {
    if (element) facts.set(element, row);
  };
}

/** What the row of a table or the value around an element shows. The row knows more. */
export function rowFactsAt(element: Element | null): RowFacts | null {
  const row = element?.closest('tr');
  const ofRow = row ? facts.get(row) : undefined;
  if (ofRow) return ofRow;
  for (let at = element; at; at = at.parentElement) {
    const found = facts.get(at);
    if (found) return found;
  }
  return null;
}
