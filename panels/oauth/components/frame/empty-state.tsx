import { useStore } from '../../model/context.ts';
import { DemoChoice } from '../demo/demo-choice.tsx';
import { TourOffer } from '../tour/tour-offer.tsx';
import { ImportButton } from './import-menu.tsx';

/** Says what to do when nothing is recorded. */
export function EmptyState() {
  const store = useStore();
  if (store.file.value !== null) {
    return (
      <div class="empty" data-testid="empty">
        <p class="lead">No OAuth or OpenID Connect message was found in this file.</p>
        <p class="choices">
          <button type="button" class="plain" onClick={() => store.closeFile()}>
            Back to the live recording
          </button>
          <ImportButton />
        </p>
      </div>
    );
  }
  const isLate = store.snapshot.value.gaps.some(({ kind }) => kind === 'late-start');
  const canReload = isLate && store.connected.value && !store.paused.value;
  return (
    <div class="empty" data-testid="empty">
      <p class="lead">
        {store.paused.value
          ? 'Recording is stopped. Record the network log, then start a login in this page.'
          : 'Start a login in this page; it appears here.'}
      </p>
      {canReload && (
        <p>
          DevTools were opened after this page had loaded, so what it did before is not recorded.{' '}
          <button type="button" class="plain" onClick={() => store.reloadPage()}>
            Reload the page
          </button>
        </p>
      )}
      <p class="quiet">
        Nothing appears although you pressed the button? The browser may have blocked a popup; the
        address bar says so. A login in a window of its own is shown by the DevTools of that window.
      </p>
      <p class="quiet">
        Or open a HAR file that somebody sent you: press Import or drop it here. It stays on this
        machine.
      </p>
      <div class="choices">
        <ImportButton />
        <DemoChoice />
      </div>
      <TourOffer />
    </div>
  );
}
