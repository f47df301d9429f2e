import { rfc } from '../../checks/specs.ts';
import { tokenCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The token endpoint does not answer',
  order: 80,
  does: 'The next token request is not sent, and nothing comes back for two minutes.',
  needs: 'Let the application refresh or log in.',
  atServer: 'Nothing: the request does not reach it.',
  good: 'It gives up after a time of its own, says so, and lets the user try again.',
  specs: [rfc(9110, '15.6.5')],
  accepts: ['recovered', 'repeated-once', 'login', 'nothing'],
  offer: (flow) => {
    const found = tokenCalls(flow);
    return 'grey' in found ? found : { ...found, deed: { kind: 'lost', after: 120_000 } };
  },
});
