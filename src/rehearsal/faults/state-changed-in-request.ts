import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { changeRequest } from '../login-request.ts';
import { FAKE } from '../page-plan.ts';
import { bendRequest } from '../rule-offers.ts';

export default defineFault({
  title: 'Another state comes back after the login',
  order: 170,
  does: 'The next authorization request goes out with another state, so your server returns that one with a real code.',
  needs: 'Start the login again.',
  atServer: 'A login succeeds. Its code is not redeemed if the application refuses the response.',
  good: 'It compares the state, refuses the response and sends no token request.',
  specs: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  accepts: ['nothing', 'error-page'],
  offer: (flow) => changeRequest(flow, 'state', { value: FAKE }),
  rules: (flow) => bendRequest(flow, 'state', () => FAKE),
});
