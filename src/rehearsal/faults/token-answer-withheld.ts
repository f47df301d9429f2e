import { fetchStandard } from '../../checks/specs.ts';
import { tokenCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';
import { bendCalls } from '../rule-offers.ts';

export default defineFault({
  title: 'No CORS headers on the token answer',
  order: 95,
  does: 'The next token request is sent and answered, and the page gets a network failure, as when CORS withholds the answer.',
  needs: 'Let the application refresh or log in.',
  atServer:
    'It has issued the tokens: a code is spent, or a refresh token is rotated. The user may have to log in again.',
  good: 'It does not hand in the same code or refresh token without end, and sends the user to log in, once.',
  specs: [fetchStandard('CORS check', 'concept-cors-check')],
  accepts: ['login', 'logout', 'silent-login', 'repeated-once', 'nothing'],
  offer: (flow) => {
    const found = tokenCalls(flow);
    return 'grey' in found ? found : { ...found, deed: { kind: 'withheld' } };
  },
  rules: (flow) =>
    bendCalls(tokenCalls(flow), [
      { kind: 'drop-response-header', name: 'access-control-allow-origin' },
    ]),
});
