import { defineCheck, rfc } from '../check.ts';
import { failureFor, failureReport, serverOf } from '../shared/failed-request.ts';

/** Nobody waits this long for an answer by intention, in milliseconds. */
const LONG = 3_000;

export default defineCheck({
  title: 'The request was cancelled before the answer',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The page navigated, reloaded or gave up while the request was on its way. The server may have carried it out: then the code or refresh token is used up.',
  fix: 'Wait for the token request to end before navigating, and do not cancel it.',
  specs: [rfc(6749, '4.1.2')],
  subject: [
    'token-request',
    'pushed-authorization-request',
    'metadata-request',
    'userinfo-request',
    'api-call',
  ],
  *check(message, flow) {
    const failed = failureFor(message, ['aborted']);
    if (!failed) return;
    const { duration } = failed.exchange;
    const report = failureReport(message, flow, failed, 'was cancelled');
    if (duration !== null && duration >= LONG) {
      yield {
        ...report,
        title: 'The client gave up waiting for an answer',
        fix: `Find out why ${serverOf(failed.exchange)} does not answer: is it running, and does it answer a command-line tool from the same network? If it is only slow, give the client more time.`,
        certainty: 'likely',
      };
    } else if (
      message.kind === 'token-request' ||
      message.kind === 'pushed-authorization-request'
    ) {
      yield report;
    }
  },
});
