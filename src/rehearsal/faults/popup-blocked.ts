import { appOrigin } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The popup is blocked',
  order: 120,
  does: 'The next window that the page opens is not opened, as by the popup blocker.',
  atServer: 'Nothing.',
  good: 'It says that the popup was blocked and offers a link, or logs in by a redirect.',
  specs: [],
  accepts: ['login', 'nothing'],
  offer: (flow) => {
    const origin = appOrigin(flow);
    const inPopup = flow.messages.some(({ exchange }) => exchange.sentFrom === 'popup');
    const mode = flow.request?.effective('response_mode');
    if (origin === null || !(inPopup || mode === 'web_message' || flow.grant === 'fedcm'))
      return { grey: 'The recording shows no popup of this login.' };
    return { origin, calls: null, deed: { kind: 'no-popup' } };
  },
});
