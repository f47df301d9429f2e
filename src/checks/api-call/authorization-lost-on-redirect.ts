import { redirectingCall } from '../../flow/facts/lost-authorization.ts';
import { succeededLater } from '../../flow/facts/token-use.ts';
import { headerValue } from '../../http/headers.ts';
import { statusWords } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { describeDifference } from '../../words/differences.ts';
import { defineCheck, fetchStandard, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'A redirect took the access token away',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'Clients leave out Authorization when a redirect leads to another origin: another host, port or scheme. The API there sees a call without a token.',
  fix: 'Call the URL at the end of the redirect directly.',
  specs: [fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch'), rfc(6750, '2.1')],
  explains: ['api-401-no-token', 'api-challenge-missing'],
  subject: 'api-call',
  *check(message, flow) {
    const { request, response } = message.exchange;
    if (message.token !== null || !response || refusedWith(message.exchange) === null) return;
    if (!request.headersComplete || headerValue(request.headers, 'authorization') !== null) return;
    const before = redirectingCall(flow, message);
    if (before === null) return;
    const from = withoutQuery(before.exchange.request.url);
    const to = withoutQuery(request.url);
    const crosses = originOfUrl(from) !== originOfUrl(to);
    const difference = describeDifference(to, from);
    const downgraded = from.startsWith('https:') && to.startsWith('http:');
    yield {
      at: header('Authorization'),
      observed: `The call to ${from} had the token and was redirected to ${to}${difference === null ? '' : ` (${difference})`}. The client left out Authorization there${crosses ? ', because it is another origin' : ''}, and the API answered ${statusWords(response)}.`,
      expected: 'Authorization: Bearer …',
      fix: downgraded
        ? `Have the API build its redirects with https (it sits behind a proxy and has to trust X-Forwarded-Proto), and call ${to.replace(/^http:/, 'https:')} directly.`
        : `Call ${to} directly, or let the proxy forward the request instead of redirecting it.`,
      ...(succeededLater(flow, message) ? { severity: 'info' } : {}),
    };
  },
});
