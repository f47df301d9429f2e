import { oidc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { changeRequest } from '../login-request.ts';
import { FAKE } from '../page-plan.ts';
import { bendRequest } from '../rule-offers.ts';

export default defineFault({
  title: 'The ID token has another nonce',
  order: 180,
  does: 'The next authorization request goes out with another nonce, so your server signs an ID token with that one.',
  needs: 'Start the login again.',
  atServer: 'A login succeeds and its code is redeemed. The tokens are real.',
  good: 'It compares the nonce, throws all tokens of this login away and logs nobody in.',
  specs: [oidc('3.1.3.7')],
  accepts: ['nothing', 'error-page', 'logout'],
  offer: (flow) => changeRequest(flow, 'nonce', { value: FAKE }),
  rules: (flow) => bendRequest(flow, 'nonce', () => FAKE),
});
