import { defineCheck } from '../check.ts';
import { answeredLater, failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'No answer came in time',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The server is overloaded, or a firewall drops the connection silently.',
  fix: 'Call the URL from the same network with a command-line tool, and look at firewall and proxy rules.',
  // There is no specification for failures of the network.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['timed-out']);
    if (failed) {
      const severity = answeredLater(message, flow) ? 'warning' : 'error';
      yield { ...failureReport(failed, 'got no answer in time'), severity };
    }
  },
});
