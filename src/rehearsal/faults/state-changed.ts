import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { answerAtLogin } from '../open-login.ts';
import { FAKE } from '../page-plan.ts';

export default defineFault({
  title: 'Another state comes back',
  order: 160,
  does: 'The open login page is left for the callback with another state and a code that your server did not issue.',
  needs: 'Nothing: the page goes on at once.',
  atServer:
    'The login stays begun. If the application does not compare the state, it hands in a code that does not exist.',
  good: 'It compares the state, refuses the response and sends no token request.',
  specs: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  accepts: ['nothing', 'error-page'],
  offer: (flow) => {
    if (flow.request && flow.request.effective('state') === undefined)
      return { grey: 'The request has no state, so none comes back.' };
    return answerAtLogin(flow, { code: FAKE, state: FAKE });
  },
});
