import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { bendCallback } from '../rule-offers.ts';

export default defineFault({
  title: 'Offline at the callback',
  order: 250,
  does: 'The next load of the callback fails, and the browser shows its error page, as without a network.',
  atServer: 'A login succeeds. Its code is not redeemed and expires.',
  good: 'Nothing is left to the application at that moment. Look at what it does when the user goes back and logs in again.',
  specs: [rfc(6749, '4.1.2')],
  accepts: ['nothing', 'login', 'error-page'],
  rules: (flow) =>
    bendCallback(flow, ({ mode }) =>
      mode === 'query' || mode === 'fragment' || mode === 'form_post'
        ? [{ kind: 'offline' }]
        : { grey: 'The response comes in a message and not by loading the callback.' },
    ),
});
