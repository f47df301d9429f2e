import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { answerAtLogin } from '../open-login.ts';

export default defineFault({
  title: 'The login comes back with temporarily_unavailable',
  order: 150,
  does: 'The open login page is left for the callback with error=temporarily_unavailable.',
  needs: 'Nothing: the page goes on at once.',
  atServer: 'The login stays begun and is never finished.',
  good: 'It says that the login is not possible now and offers it again. It does not start it by itself.',
  specs: [rfc(6749, '4.1.2.1')],
  accepts: ['nothing', 'error-page'],
  offer: (flow) =>
    answerAtLogin(flow, {
      error: 'temporarily_unavailable',
      error_description: 'Rehearsed by you',
    }),
});
