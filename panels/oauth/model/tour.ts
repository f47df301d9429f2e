import type { Store } from './store.ts';

/** Begins the tour, in a story of the demo when nothing is shown. */
export async function startTour(store: Store): Promise<void> {
  store.settings.tourAnswered.value = true;
  if (store.flows.value.length === 0) {
    const [{ STORIES }, { showStory }] = await Promise.all([
      import('../demo/demo-body.ts'),
      import('../demo/show.ts'),
    ]);
    const story = STORIES.find(({ forTour }) => forTour) ?? STORIES[0];
    if (story) await showStory(store, story);
  }
  store.tourStop.value = 0;
}
