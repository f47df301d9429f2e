import { rfc } from '../../checks/specs.ts';
import { tokenCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The token endpoint cannot be reached',
  order: 90,
  does: 'The next token request is not sent, and fails at once as without a network.',
  needs: 'Let the application refresh or log in.',
  atServer: 'Nothing: the request does not reach it.',
  good: 'It keeps the session, tries again later with a pause, and does not log the user out.',
  specs: [rfc(9110, '9.2.2')],
  accepts: ['recovered', 'repeated-once'],
  offer: (flow) => {
    const found = tokenCalls(flow);
    return 'grey' in found ? found : { ...found, deed: { kind: 'lost', after: 0 } };
  },
});
