import { defineCheck } from '../check.ts';
import { answeredLater, failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The certificate or the TLS handshake is not accepted',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The certificate is expired, self-signed, made for another name, or its chain is incomplete. The browser then does not send the request.',
  fix: 'Install a certificate that the browser trusts; for development make one with a local authority.',
  // There is no specification for failures of the network.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['tls']);
    if (failed) {
      const severity = answeredLater(message, flow) ? 'warning' : 'error';
      yield { ...failureReport(failed, 'was not sent: TLS failed'), severity };
    }
  },
});
