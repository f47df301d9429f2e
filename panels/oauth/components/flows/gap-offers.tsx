import { gapTitle } from '../../../../src/words/gap-words.ts';
import { list } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import type { GapGroup } from '../../view/gap-groups.ts';

function Reload() {
  const store = useStore();
  return (
    <p>
      <button type="button" class="plain" onClick={() => store.reloadPage()}>
        Reload the page
      </button>{' '}
      <span class="quiet">Records this page from its start.</span>
    </p>
  );
}

/** Offers the recorder in the background once, and says which of the gaps it closes. */
function RecordMore({ groups }: { readonly groups: readonly GapGroup[] }) {
  const store = useStore();
  const closed = [...new Set(groups.map(({ gap }) => gapTitle(gap.kind).toLowerCase()))];
  return (
    <p>
      <button
        type="button"
        class="plain wraps"
        data-testid="offer"
        title="Asks the browser for access to all sites; it is used only while DevTools are open, for this tab and what it opened."
        onClick={() => store.recordMore()}
      >
        Also record popups, workers and missing responses…
      </button>{' '}
      <span class="quiet">Closes from the next login on: {list(closed)}.</span>
    </p>
  );
}

/** What can close gaps of a live recording. Nothing where nothing helps. */
export function GapOffers({ groups }: { readonly groups: readonly GapGroup[] }) {
  const store = useStore();
  if (store.file.value !== null) return null;
  const closed = groups.filter(({ help }) => help === 'record-more');
  const isLate = groups.some(({ help }) => help === 'reload');
  return (
    <div class="gap-offers">
      {isLate && store.connected.value && <Reload />}
      {closed.length > 0 && store.background.value === 'off' && <RecordMore groups={closed} />}
    </div>
  );
}
