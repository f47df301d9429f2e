import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { changeRequest } from '../login-request.ts';
import { bendRequest } from '../rule-offers.ts';

export default defineFault({
  title: 'The redirect URI has a slash too many',
  order: 200,
  does: 'The next authorization request goes out with a slash at the end of its redirect_uri.',
  needs: 'Start the login again.',
  atServer: 'The server shows its error page, unless that URI is registered too.',
  good: 'Nothing is left to the application: the page of the server is what its users see. Look at what it tells them.',
  specs: [rfc(6749, '3.1.2.4')],
  accepts: ['nothing', 'error-page'],
  offer: (flow) => changeRequest(flow, 'redirect_uri', { value: '/', appends: true }),
  rules: (flow) => bendRequest(flow, 'redirect_uri', (before) => `${before}/`),
});
