import { useStore } from '../../../model/context.ts';
import { startTour } from '../../../model/tour.ts';

/** Starts the tour again. */
export function TourSection() {
  const store = useStore();
  return (
    <p>
      <button
        type="button"
        class="plain"
        data-testid="tour-again"
        onClick={() => {
          store.dialog.value = null;
          void startTour(store);
        }}
      >
        Start the tour
      </button>{' '}
      <span class="quiet">One minute, five stops. Without a recording, it shows the demo.</span>
    </p>
  );
}
