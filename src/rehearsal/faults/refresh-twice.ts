import { rfc } from '../../checks/specs.ts';
import { refreshes } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'Two refreshes at once',
  order: 100,
  does: 'The next refresh is sent twice with the same token, as from two tabs. The application gets the second answer.',
  needs: 'Let the application refresh: wait until it does, or do what needs a fresh token.',
  atServer:
    'The token may be rotated, and a server that detects reuse ends the session: the user may have to log in again.',
  good: 'It lets only one place refresh. When the second refresh is refused, it uses the tokens of the first or sends the user to log in, once.',
  specs: [rfc(9700, '4.14.2')],
  accepts: ['login', 'logout', 'silent-login', 'recovered', 'nothing'],
  offer: (flow) => {
    const found = refreshes(flow);
    return 'grey' in found ? found : { ...found, deed: { kind: 'twice' } };
  },
});
