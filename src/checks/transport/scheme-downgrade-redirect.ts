import { isLoopbackHost, parseUrl, queryOf, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { hasOAuthParameter } from '../../oauth/triage.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'A redirect goes from https to http',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The proxy in front of the application ends TLS, and the application takes the request for a plain one. Cookies with Secure stay behind, and others on the way can read the URL.',
  fix: 'Have the proxy send X-Forwarded-Proto, and have the application trust it.',
  specs: [rfc(9700, '2.6')],
  subject: ['authorization-request', 'interaction', 'authorization-response', 'landing'],
  *check(message, { request }) {
    const { exchange, kind } = message;
    // One exchange can deliver a response and issue the next one.
    if (kind === 'authorization-response' && !message.delivered) return;
    const to = redirectTarget(exchange);
    const [here, there] = [parseUrl(exchange.request.url), parseUrl(to ?? '')];
    if (to === null || here?.protocol !== 'https:' || there?.protocol !== 'http:') return;
    if (here.hostname !== there.hostname || isLoopbackHost(there.hostname)) return;
    // That redirect URI has a check of its own.
    if (withoutQuery(to) === withoutQuery(request?.effective('redirect_uri') ?? '')) return;
    const carries = hasOAuthParameter(`?${queryOf(to)}`);
    const ofServer = kind === 'authorization-request' || kind === 'interaction';
    yield {
      at: TARGET_URL,
      observed: `${withoutQuery(exchange.request.url)} redirects to ${quote(withoutQuery(to))}${carries ? ', with parameters of the login' : ''}.`,
      expected: 'A URL with https',
      ...(ofServer ? { owner: 'authorization server' } : {}),
      ...(carries ? {} : { severity: 'info' }),
    };
  },
});
