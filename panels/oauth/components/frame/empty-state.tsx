import { useStore } from '../../model/context.ts';
import { DemoChoice } from '../demo/demo-choice.tsx';
import { TourOffer } from '../tour/tour-offer.tsx';
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
      <div class="choices">
        <ImportButton class="plain" />
        {!inFile && <DemoChoice />}
      </div>
      {!inFile && <TourOffer />}
    </div>
  );
}
