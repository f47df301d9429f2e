import type { BackgroundState } from '../../../../../src/extension/handover.ts';
import { useStore } from '../../../model/context.ts';

const TEXTS: Readonly<Record<BackgroundState, string>> = {
  on: 'On: windows that this tab opens, workers, and responses of pages that navigate away at once are recorded too.',
  off: 'Off: only what DevTools deliver is recorded. Switching it on asks the browser for access to all sites, because a login leads to any site.',
  unknown:
    'The background of the extension has not answered yet. Only what DevTools deliver is recorded.',
  impossible:
    'Not possible here: what these DevTools inspect is no tab of this browser. Only what DevTools deliver is recorded.',
};

/** The recorder in the background: what it does, whether it runs, and its switch. */
export function RecordingSection() {
  const store = useStore();
  const state = store.background.value;
  const on = state === 'on';
  return (
    <>
      <p>
        {TEXTS[state]} It works only while DevTools are open, and only for this tab and what it
        opened.
      </p>
      {state !== 'impossible' && (
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
      )}
      <p class="quiet">
        In private windows, the tab is there once the extension is allowed in them: on its page in
        the browser’s list of extensions, under “Allow in Incognito” or “Run in Private Windows”.
      </p>
    </>
  );
}
