import { useMemo } from 'preact/hooks';
import { useStore } from '../../model/context.ts';
import type { FlowRowData } from '../../view/flow-rows.ts';
import { FlowRow } from './flow-row.tsx';
import { useRovingList } from './use-roving-list.ts';
import { ROW_HEIGHT, useRowWindow } from './use-row-window.ts';

/** A name for the row that it keeps while attempts join it. */
function keyOf({ analysed, folds, depth }: FlowRowData): string {
  return `${depth} ${folds ?? analysed.flow.id}`;
}

function NoMatch() {
  const { filter } = useStore().settings;
  return (
    <p class="note quiet">
      No flows match the filter.{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          filter.value = '';
        }}
      >
        Show all
      </button>
    </p>
  );
}

/** The flows that pass the filter, in the order that the user chose. */
export function FlowList() {
  const store = useStore();
  const rows = store.rows.value;
  const keys = useMemo(() => rows.map(keyOf), [rows]);
  const id = store.current.value?.flow.id ?? null;
  const current = useMemo(
    () => rows.findIndex(({ analysed }) => analysed.flow.id === id),
    [rows, id],
  );
  const order = store.settings.flowSort.value;
  const followsTop = order === 'newestFirst';
  const { box, from, to, page } = useRowWindow({ keys, current, order, followsTop });
  const idAt = (index: number): string => rows[index]?.analysed.flow.id ?? '';
  const fold = ({ folds, analysed }: FlowRowData, folded: boolean): void => {
    if (folds === null) return;
    // The selected row must not disappear.
    if (folded) store.selectFlow(analysed.flow.id);
    store.fold(folds, folded);
  };
  useRovingList({
    box,
    length: rows.length,
    current,
    page,
    select: (index) => store.selectFlow(idAt(index)),
    open: (index) => store.openFlow(idAt(index)),
    fold: (index, folded) =>
      foldAt(rows, index, folded, { fold, select: store.selectFlow.bind(store) }),
  });
  if (rows.length === 0) return <NoMatch />;
  const entries = rows.filter(({ position }) => position !== null).length;
  const shown = rows.slice(from, to).map((row, offset) => ({ row, index: from + offset }));
  const selected = rows[current];
  // The row with the focus stays, wherever the list is scrolled to.
  if (selected && (current < from || current >= to)) shown.push({ row: selected, index: current });
  return (
    <div class="flows" ref={box}>
      <div
        role="tree"
        aria-label="Flows"
        class="rows"
        style={{ height: `${rows.length * ROW_HEIGHT}px` }}
      >
        {shown.map(({ row, index }) => (
          <FlowRow
            key={keys[index]}
            row={row}
            index={index}
            entries={entries}
            isCurrent={index === current}
            isStop={index === Math.max(current, 0)}
            onOpen={(flow) => store.openFlow(flow)}
            onFold={(one) => fold(one, one.unfolded)}
          />
        ))}
      </div>
    </div>
  );
}

interface Actions {
  readonly fold: (row: FlowRowData, folded: boolean) => void;
  readonly select: (id: string) => void;
}

/** → unfolds. ← folds, and goes from a row to the one that it stands under. */
function foldAt(
  rows: readonly FlowRowData[],
  index: number,
  folded: boolean,
  { fold, select }: Actions,
): boolean {
  const row = rows[index];
  if (!row) return false;
  if (row.folds !== null && row.unfolded === folded) {
    fold(row, folded);
    return true;
  }
  if (!folded || row.depth === 0) return false;
  const above = rows.slice(0, index).findLast(({ depth }) => depth < row.depth);
  if (above) select(above.analysed.flow.id);
  return above !== undefined;
}
