import { useStore } from '../../model/context.ts';
import { FLOW_SORTS, SORT_WORDS } from '../../view/flow-rows.ts';
import { MenuButton } from '../frame/menu.tsx';

/** The head of the list: its order. */
export function ListHead() {
  const { flowSort } = useStore().settings;
  const entries = () =>
    FLOW_SORTS.map((sort) => ({
      title: `${sort === flowSort.value ? '✓ ' : ''}${SORT_WORDS[sort]}`,
      run: () => {
        flowSort.value = sort;
      },
    }));
  return (
    <div class="list-head">
      <MenuButton
        class="tool sort"
        title="Order of the list"
        label={
          <>
            <span class="for-readers">Order of the list: </span>
            {SORT_WORDS[flowSort.value]} <span aria-hidden="true">▾</span>
          </>
        }
        groups={() => [{ name: 'sort', entries: entries() }]}
      />
    </div>
  );
}
