import { rfc } from '../../checks/specs.ts';
import { apiCalls, apiScheme } from '../app-calls.ts';
import { defineFault } from '../fault.ts';
import { FAKE } from '../page-plan.ts';
import { bendCalls } from '../rule-offers.ts';

export default defineFault({
  title: 'The API refuses the token',
  order: 20,
  does: 'The next call of the API goes out with an access token that it does not know. The API itself refuses it.',
  needs: 'Do what calls the API.',
  atServer: 'One call is refused. Too many of them may meet a rate limit.',
  good: 'It gets a new token and repeats the call once. If that fails too, it sends the user to log in.',
  specs: [rfc(6750, '3.1')],
  accepts: ['recovered', 'login', 'silent-login', 'refresh'],
  offer: (flow) => {
    const found = apiCalls(flow);
    if ('grey' in found) return found;
    return { ...found, deed: { kind: 'change-token', value: FAKE } };
  },
  rules: (flow) =>
    bendCalls(apiCalls(flow), [{ kind: 'set-authorization', value: `${apiScheme(flow)} ${FAKE}` }]),
});
