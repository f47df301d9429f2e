import { defineCheck } from '../check.ts';
import { answeredLater, failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'An extension or a protection of the browser blocked the request',
  severity: 'error',
  owner: 'browser',
  basis: 'observed',
  effect: 'request-fails',
  why: 'An ad blocker, a tracking protection or a policy took the address for something unwanted. The server never saw the request.',
  fix: 'Allow this host in the extension, or try in a fresh browser profile.',
  // There is no specification for what a browser extension blocks.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['blocked-by-client']);
    if (failed) {
      const severity = answeredLater(message, flow) ? 'warning' : 'error';
      yield { ...failureReport(failed, 'was blocked in the browser'), severity };
    }
  },
});
