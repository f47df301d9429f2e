import { startsFlow } from '../../flow/facts/attempt.ts';
import { isDevelopmentHost } from '../../http/development-host.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'Authorization request is sent over http',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Everyone on the network path can read and change the request, and can answer with a login page of their own.',
  fix: 'Use the https URL of the authorization endpoint.',
  specs: [rfc(6749, '3.1'), rfc(9700, '2.6')],
  subject: 'authorization-request',
  *check(message, flow) {
    const url = parseUrl(message.exchange.request.url);
    if (!startsFlow(message, flow) || url?.protocol !== 'http:') return;
    if (isLoopbackHost(url.hostname)) return;
    yield {
      at: TARGET_URL,
      observed: `The request went to ${url.origin}${url.pathname}.`,
      expected: `https://${url.host}${url.pathname}`,
      severity: isDevelopmentHost(url.hostname) ? 'info' : 'error',
    };
  },
});
