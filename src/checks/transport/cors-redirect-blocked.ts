import { statusWords } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { defineCheck, fetchStandard, header } from '../check.ts';
import { refusalFor } from '../shared/cors-report.ts';

const LOGIN =
  /\/(?:log[_-]?in|sign[_-]?in|authorize|login\.html?|openid-connect\/auth)\/?(?:[?#]|$)|[?&](?:response_type|ReturnUrl)=/i;

export default defineCheck({
  title: 'A call of a script is redirected to a login page',
  severity: 'error',
  owner: 'resource server',
  basis: 'observed',
  effect: 'withheld-from-page',
  why: 'A script cannot show a login page, and the browser hides pages of other origins from it: the app sees only "Failed to fetch". Most often the session has ended.',
  fix: 'Have the server answer calls of scripts with 401, and start the login by navigating the page.',
  specs: [fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch')],
  explains: ['cors-acao-missing', 'cors-acao-mismatch'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    const target = redirectTarget(exchange);
    if (!response || target === null || !isFromPage(message)) return;
    const elsewhere = originOfUrl(target) !== originOfUrl(exchange.request.url);
    const refused = refusalFor(message, flow, ['acao-missing', 'acao-mismatch'])?.on === 'request';
    if (!refused && !(elsewhere && LOGIN.test(target))) return;
    yield {
      at: header('Location'),
      ...(LOGIN.test(target)
        ? {}
        : { title: 'A redirect without CORS headers stops a call of a script' }),
      observed: `${withoutQuery(exchange.request.url)} answered ${statusWords(response)} and sent the script to ${withoutQuery(target)}.`,
      expected: '401',
      certainty: refused ? 'certain' : 'likely',
    };
  },
});
