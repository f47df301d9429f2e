import { oidcDiscovery } from '../../checks/specs.ts';
import { documentCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';
import { bendCalls } from '../rule-offers.ts';

export default defineFault({
  title: 'Metadata or keys cannot be had',
  order: 97,
  does: 'The next fetch of the metadata of the server, or of its keys, is not sent and fails as without a network.',
  needs: 'Start the login again.',
  atServer: 'Nothing: the request does not reach it.',
  good: 'It says that the login is not possible now, and tries again when the user asks for it.',
  specs: [oidcDiscovery('4')],
  accepts: ['nothing', 'recovered', 'repeated-once', 'error-page'],
  offer: (flow) => {
    const found = documentCalls(flow);
    return 'grey' in found ? found : { ...found, deed: { kind: 'lost', after: 0 } };
  },
  rules: (flow) => bendCalls(documentCalls(flow), [{ kind: 'block' }]),
});
