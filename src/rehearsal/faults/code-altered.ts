import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { FAKE } from '../page-plan.ts';
import { bendCallback } from '../rule-offers.ts';

export default defineFault({
  title: 'The code was altered',
  order: 210,
  does: 'The next response of the login reaches the callback with a code that your server did not issue.',
  atServer:
    'A login succeeds. Its code is not redeemed, and the token request fails with invalid_grant.',
  good: 'It says that the login failed and offers it again. It does not hand in the same code twice.',
  specs: [rfc(6749, '5.2'), rfc(6749, '4.1.3')],
  accepts: ['nothing', 'error-page'],
  rules: (flow) =>
    bendCallback(flow, ({ params, mode }) => {
      if (!params.has('code')) return { grey: 'The response has no code.' };
      if (mode !== 'query')
        return { grey: 'The code does not come back in the query of the callback.' };
      return [{ kind: 'set-query', name: 'code', value: FAKE, adds: false }];
    }),
});
