import { useStore } from '../../../model/context.ts';

/** The recorder in the background: what it does, whether it runs, and its switch. */
export function RecordingSection() {
  const store = useStore();
  const state = store.background.value;
  const on = state === 'on';
  return (
    <>
      <p>
        {on
          ? 'On: windows that this tab opens, workers, and responses of pages that navigate away at once are recorded too.'
          : 'Off: only what DevTools deliver is recorded. Switching it on asks the browser for access to all sites, because a login leads to any site.'}{' '}
        It works only while DevTools are open, and only for this tab and what it opened.
      </p>
      <p>
        <button
          type="button"
          class="plain"
          role="switch"
          aria-checked={on}
          aria-label="Also record popups, workers and missing responses"
          disabled={state === 'unknown'}
          data-testid="record-more"
          onClick={() => (on ? store.stopRecordingMore() : store.recordMore())}
        >
          {on ? 'Switch off and remove the permission' : 'Switch on…'}
        </button>
      </p>
    </>
  );
}
