import { appOrigin } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The popup is blocked',
  order: 120,
  does: 'The next window that the page opens is not opened, as by the popup blocker.',
  needs: 'Start the login that opens a popup.',
  atServer: 'Nothing.',
  good: 'It says that the popup was blocked and offers a link, or logs in by a redirect.',
  specs: [],
  accepts: ['login', 'nothing'],
  offer: (flow) => {
    const origin = appOrigin(flow);
    const inPopup = flow.messages.some(({ exchange }) => exchange.sentFrom === 'popup');
    const mode = flow.request?.effective('response_mode');
    // DevTools do not see a popup. What it brings home is redeemed by the page that opened it.
    const isOutOfSight =
      flow.request === null &&
      flow.responses.length === 0 &&
      flow.tokenRequests.some(({ grant }) => grant === 'authorization_code');
    const mayBe = inPopup || isOutOfSight || mode === 'web_message' || flow.grant === 'fedcm';
    if (origin === null || !mayBe) return { grey: 'The recording shows no popup of this login.' };
    return { origin, calls: null, deed: { kind: 'no-popup' } };
  },
});
