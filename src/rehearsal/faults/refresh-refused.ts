import { rfc } from '../../checks/specs.ts';
import { refreshes } from '../app-calls.ts';
import { defineFault } from '../fault.ts';
import { FAKE } from '../page-plan.ts';

export default defineFault({
  title: 'The refresh token is refused',
  order: 10,
  does: 'The next refresh goes out with a refresh token that your server does not know. The server itself refuses it.',
  needs: 'Let the application refresh: wait until it does, or do what needs a fresh token.',
  atServer: 'One refresh fails with invalid_grant. The real token is not sent and stays valid.',
  good: 'It stops refreshing, drops its tokens and sends the user to log in, once.',
  specs: [rfc(6749, '5.2'), rfc(6749, '6')],
  accepts: ['login', 'logout', 'silent-login'],
  offer: (flow) => {
    const found = refreshes(flow);
    if ('grey' in found) return found;
    return { ...found, deed: { kind: 'change-parameter', name: 'refresh_token', value: FAKE } };
  },
});
