import { defineCheck } from '../check.ts';
import { answeredLater, failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The connection was cut',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The server, or something on the way to it, closed the connection before the answer: a crash, a proxy, a firewall, or headers that are too large.',
  fix: 'Look into the logs of the server and of the proxies before it at this moment.',
  // There is no specification for failures of the network.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['connection-reset']);
    if (failed) {
      const severity = answeredLater(message, flow) ? 'warning' : 'error';
      yield { ...failureReport(failed, 'was cut off before the answer'), severity };
    }
  },
});
