import { rfc } from '../../checks/specs.ts';
import { tokenCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The token endpoint answers after 30 s',
  order: 70,
  does: 'The next token request waits for 30 seconds before it is sent.',
  needs: 'Let the application refresh or log in.',
  atServer: 'It gets the request 30 seconds late. A code may have expired by then.',
  good: 'It shows that it waits, gives up after a time of its own, and sends no second request meanwhile.',
  specs: [rfc(6749, '4.1.2')],
  accepts: ['nothing', 'recovered', 'repeated-once'],
  offer: (flow) => {
    const found = tokenCalls(flow);
    return 'grey' in found ? found : { ...found, deed: { kind: 'late', by: 30_000 } };
  },
});
