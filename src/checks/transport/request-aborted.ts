import { exchangedLater } from '../../flow/facts/token-use.ts';
import { defineCheck, rfc } from '../check.ts';
import { failureFor, failureReport } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The request was cancelled before the answer',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The page navigated, reloaded or gave up while the request was on its way. The server may have carried it out: then the code or refresh token is used up.',
  fix: 'Wait for the token request to end before navigating, and do not cancel it.',
  specs: [rfc(6749, '4.1.2')],
  subject: ['token-request', 'pushed-authorization-request'],
  *check(message, flow) {
    const failed = failureFor(message, ['aborted']);
    if (!failed) return;
    const repeated = message.kind === 'token-request' && exchangedLater(flow, message);
    yield {
      ...failureReport(failed, 'was cancelled by the page'),
      severity: repeated ? 'info' : 'warning',
    };
  },
});
