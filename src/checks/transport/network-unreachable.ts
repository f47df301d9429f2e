import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The server cannot be reached from here',
  owner: 'network',
  why: 'No connection could be made: the network of this machine has no way to the address, or the address is not one to connect to.',
  fix: 'Connect the VPN or the network in which this address exists, and check routes and firewall.',
  // There is no specification for failures of the network.
  specs: [],
  reasons: ['unreachable'],
  what: 'found no way to {server}',
});
