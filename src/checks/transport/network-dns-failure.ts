import { defineCheck } from '../check.ts';
import {
  answeredLater,
  failureFor,
  failureReport,
  REQUESTS,
  serverOf,
} from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The host name of the server is unknown',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'No address could be found for the name: a typing error, a missing DNS entry, a name that exists only inside a container network, or a VPN that is off.',
  fix: 'Check the host name, and that this machine can resolve it.',
  // There is no specification for failures of the network.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['dns']);
    if (failed) {
      const severity = answeredLater(message, flow) ? 'warning' : 'error';
      yield {
        ...failureReport(failed, `found no address for ${serverOf(failed.exchange)}`),
        severity,
      };
    }
  },
});
