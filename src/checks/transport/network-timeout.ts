import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'No answer came in time',
  owner: 'network',
  why: 'The server is overloaded, or a firewall drops the connection silently.',
  fix: 'Call the URL from the same network with a command-line tool, and look at firewall and proxy rules.',
  // There is no specification for failures of the network.
  specs: [],
  reasons: ['timed-out'],
  what: 'got no answer in time',
});
