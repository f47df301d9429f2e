import { useSignalEffect } from '@preact/signals';
import { useStore } from '../../model/context.ts';
import { decodeWords } from '../../model/decode-words.ts';
import { parseFilter } from '../../view/filter.ts';
import { filterNotes } from '../../view/filter-notes.ts';
import { visible } from '../../view/visible.ts';

/** Below the toolbar: what the filter does not understand. It decodes values for plain words. */
export function FilterHelp() {
  const store = useStore();
  const { filter } = store.settings;
  useSignalEffect(() => {
    const words = parseFilter(filter.value).flatMap(({ key, value }) => (key ? [] : [value]));
    if (words.length === 0) return;
    const abort = new AbortController();
    void decodeWords(store.flows.value, words, abort.signal);
    return () => abort.abort();
  });
  const notes = filterNotes(filter.value, store.flows.value);
  if (notes.length === 0) return null;
  return (
    <div class="notice" role="status" data-testid="filter-note">
      {notes.slice(0, 3).map(({ text, replace }) => (
        <span key={text}>
          {visible(text)}{' '}
          {replace && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                filter.value = filter.value.replace(replace.old, replace.by);
              }}
            >
              Use {replace.by}
            </button>
          )}
        </span>
      ))}
    </div>
  );
}
