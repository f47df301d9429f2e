import { useStore } from '../../model/context.ts';
import { startTour } from '../../model/tour.ts';

/** One quiet line for a user who is new here. It is gone for good after either answer. */
export function TourOffer() {
  const store = useStore();
  if (store.settings.tourAnswered.value) return null;
  return (
    <p class="quiet" data-testid="tour-offer">
      New here? A tour of one minute shows the parts of this tab.{' '}
      <button
        type="button"
        class="link"
        data-testid="tour-start"
        onClick={() => void startTour(store)}
      >
        Start the tour
      </button>{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          store.settings.tourAnswered.value = true;
        }}
      >
        No, thanks
      </button>
    </p>
  );
}
