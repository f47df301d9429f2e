import type { GapKind } from '../../../../src/http/exchange.ts';
import { useStore } from '../../model/context.ts';

/** Kinds of gap that the recorder in the background may close. */
const HELPED: readonly GapKind[] = [
  'popup',
  'back-channel',
  'lost-body',
  'lost-exchange',
  'service-worker',
];

/** Offers the recorder in the background at a gap that it may close. */
export function RecordMoreOffer({ kind }: { readonly kind: GapKind }) {
  const store = useStore();
  const live = store.file.value === null;
  if (!live || store.background.value !== 'off' || !HELPED.includes(kind)) return null;
  return (
    <>
      {' '}
      <button
        type="button"
        class="plain"
        data-testid="offer"
        title="Asks the browser for access to all sites; it is used only while DevTools are open, for this tab and what it opened."
        onClick={() => store.recordMore()}
      >
        Also record popups, workers and missing responses…
      </button>
    </>
  );
}
