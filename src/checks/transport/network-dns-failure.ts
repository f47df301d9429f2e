import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The host name of the server is unknown',
  owner: 'network',
  why: 'No address could be found for the name: a typing error, a missing DNS entry, a name that exists only inside a container network, or a VPN that is off.',
  fix: 'Check the host name, and that this machine can resolve it.',
  // There is no specification for failures of the network.
  specs: [],
  reasons: ['dns'],
  what: 'found no address for {server}',
});
