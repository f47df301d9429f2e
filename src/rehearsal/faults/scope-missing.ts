import { rfc } from '../../checks/specs.ts';
import { defineFault } from '../fault.ts';
import { bendRequest } from '../rule-offers.ts';

export default defineFault({
  title: 'The login gets too few scopes',
  order: 205,
  does: 'The next authorization request asks for openid alone, so the API refuses the token that comes of it.',
  atServer:
    'A login succeeds with fewer scopes. A server may forget what the user had agreed to before.',
  good: 'It compares the scope that it got with the one that it needs, and says what the user may not do.',
  specs: [rfc(6749, '3.3'), rfc(6750, '3.1')],
  accepts: ['nothing', 'login', 'error-page'],
  rules: (flow) => {
    const scopes = flow.request?.effective('scope')?.split(/ +/) ?? [];
    if (!scopes.includes('openid') || scopes.length < 2)
      return { grey: 'The request asks for no scope that could be left out beside openid.' };
    return bendRequest(flow, 'scope', () => 'openid');
  },
});
