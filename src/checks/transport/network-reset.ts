import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The connection was cut',
  owner: 'network',
  why: 'The server, or something on the way to it, closed the connection before the answer: a crash, a proxy, a firewall, or headers that are too large.',
  fix: 'Look into the logs of the server and of the proxies before it at this moment.',
  // There is no specification for failures of the network.
  specs: [],
  reasons: ['connection-reset'],
  what: 'was cut off before the answer',
});
