import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { changeRequest } from '../login-request.ts';
import { FAKE_CHALLENGE } from '../page-plan.ts';
import { bendRequest } from '../rule-offers.ts';

export default defineFault({
  title: 'The verifier does not match',
  order: 190,
  does: 'The next authorization request goes out with another code_challenge, so your server refuses the verifier.',
  needs: 'Start the login again.',
  atServer:
    'A login succeeds, its code is spent, and the token request is refused with invalid_grant.',
  good: 'It says that the login failed and offers it again. It does not hand in the same code twice.',
  specs: [rfc(7636, '4.6')],
  accepts: ['nothing', 'error-page'],
  offer: (flow) => changeRequest(flow, 'code_challenge', { value: FAKE_CHALLENGE }),
  rules: (flow) => bendRequest(flow, 'code_challenge', () => FAKE_CHALLENGE),
});
