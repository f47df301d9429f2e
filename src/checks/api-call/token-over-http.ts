import { isOAuthToken } from '../../flow/facts/token-use.ts';
import { isDevelopmentHost } from '../../http/development-host.ts';
import { headerValue } from '../../http/headers.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'Access token is sent over http',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Everyone on the network path can read the token and use it.',
  fix: 'Call the API over https only.',
  specs: [rfc(6750, '5.2'), rfc(6750, '5.3')],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange, token } = message;
    const url = parseUrl(exchange.request.url);
    if (token === null || url?.protocol !== 'http:' || isLoopbackHost(url.hostname)) return;
    const inHeader = headerValue(exchange.request.headers, 'authorization') !== null;
    if (!inHeader && !isOAuthToken(flow, message)) return;
    yield {
      at: TARGET_URL,
      observed: `The token went to ${url.origin}.`,
      expected: `https://${url.host}`,
      severity: isDevelopmentHost(url.hostname) ? 'info' : 'error',
    };
  },
});
