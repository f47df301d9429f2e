import { withoutQuery } from '../../http/url.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The proxy between client and server failed',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The settings of this machine send the request through a proxy, and the proxy did not pass it on. The server never saw it.',
  fix: 'Correct the proxy settings of this machine, or let the host of the server bypass the proxy.',
  specs: [rfc(9110, '9.3.6'), rfc(9110, '15.5.8')],
  explains: [
    'redirect-landing-failed',
    'userinfo-failed',
    'token-error-nonstandard-shape',
    'token-response-html',
    'cors-acao-missing',
    'error-page-shown',
  ],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['proxy']);
    if (failed) yield failureReport(message, flow, failed, 'was not passed on by the proxy');
    const { request, response } = message.exchange;
    // A server behind a proxy does not answer 407 itself (RFC 9110 section 15.5.8).
    if (response?.status !== 407) return;
    yield {
      at: STATUS,
      title: 'The proxy asks for a login',
      observed: `${request.method} ${withoutQuery(request.url)} was answered 407 by the proxy, which wants credentials first.`,
      fix: 'Sign in to the proxy, or give this browser or program the credentials of the proxy.',
    };
  },
});
