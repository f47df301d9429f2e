import { isDevelopmentHost } from '../../http/development-host.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'Token request is sent over http',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Everyone on the network path can read the code, the credentials and the tokens, and change them.',
  fix: 'Use the https URL of the token endpoint.',
  specs: [rfc(6749, '3.2'), rfc(6749, '10.9')],
  subject: 'token-request',
  *check({ exchange }) {
    const url = parseUrl(exchange.request.url);
    if (url?.protocol !== 'http:' || isLoopbackHost(url.hostname)) return;
    yield {
      at: TARGET_URL,
      observed: `The token request went to ${url.origin}${url.pathname}.`,
      expected: `https://${url.host}${url.pathname}`,
      severity: isDevelopmentHost(url.hostname) ? 'info' : 'error',
    };
  },
});
