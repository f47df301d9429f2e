import { showDemo } from '../../demo/show.ts';
import { useStore } from '../../model/context.ts';
import { ImportButton } from './toolbar.tsx';

/** Says what to do when nothing is recorded. */
export function EmptyState() {
  const store = useStore();
  const inFile = store.file.value !== null;
  return (
    <div class="empty" data-testid="empty">
      <p class="lead">
        {inFile
          ? 'No OAuth or OpenID Connect message was found in this file.'
          : store.paused.value
            ? 'Recording is paused. Resume recording, then start a login in this page.'
            : 'Start a login in this page; it appears here.'}
      </p>
      {!inFile && (
        <p class="quiet">
          Nothing appears although you pressed the button? The browser may have blocked a popup; the
          address bar says so. A login in a window of its own is shown by the DevTools of that
          window.
        </p>
      )}
      <p class="quiet">
        Or open a HAR file that somebody sent you: press Import or drop it here. It stays on this
        machine.
      </p>
      <p class="choices">
        <ImportButton class="plain" />
        {!inFile && (
          <button
            type="button"
            class="plain"
            data-testid="demo"
            title="Three invented logins: one that worked, two that did not"
            onClick={() => void showDemo(store)}
          >
            Try the demo
          </button>
        )}
      </p>
    </div>
  );
}
