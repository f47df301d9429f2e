import { defineCheck } from '../check.ts';
import { answeredLater, failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The connection was cut',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  why: 'The server, or something between, closed the connection before it had answered: a crash, a proxy, a firewall, too large headers.',
  fix: 'Look into the logs of the server and of the proxies before it at this moment.',
  // The network is below OAuth: no specification of ours speaks of it.
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
