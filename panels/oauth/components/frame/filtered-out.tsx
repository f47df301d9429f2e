import { useStore } from '../../model/context.ts';

/** Says that the shown flow is not one of those that the filter leaves. */
export function FilteredOut() {
  const store = useStore();
  const { filter } = store.settings;
  const first = store.shown.value[0]?.flow.id;
  return (
    <p class="notice" role="status" data-testid="filtered-out">
      <span class="grow">This flow does not match the filter.</span>
      {first !== undefined && (
        <button type="button" class="plain" onClick={() => store.selectFlow(first)}>
          Show the first that does
        </button>
      )}
      <button
        type="button"
        class="plain"
        onClick={() => {
          filter.value = '';
        }}
      >
        Clear filter
      </button>
    </p>
  );
}
