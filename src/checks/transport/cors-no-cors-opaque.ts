import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { defineCheck, fetchStandard, header } from '../check.ts';

export default defineCheck({
  title: 'The request uses mode no-cors, so its answer can never be read',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'withheld-from-page',
  why: 'no-cors does not switch CORS off. It hides the whole answer from the page, including the token, and removes the Authorization header.',
  fix: 'Remove mode: "no-cors" from the request and have the server allow the origin of the page.',
  specs: [fetchStandard('request mode', 'concept-request-mode')],
  explains: ['token-response-empty', 'api-401-no-token', 'userinfo-failed'],
  subject: ['token-request', 'userinfo-request', 'api-call'],
  *check(message) {
    const { exchange } = message;
    const { destination, mode, request } = exchange;
    const script = destination === 'empty' || isFromPage(message);
    if (mode !== 'no-cors' || !script) return;
    // Nobody wants to read the answer to a beacon, which cannot use another mode.
    const isBeacon = exchange.beacon ?? (message.kind === 'api-call' && request.method === 'POST');
    if (isBeacon) return;
    if (headerValue(request.headers, 'sec-fetch-mode')?.toLowerCase() === 'cors') return;
    yield {
      at: header('Sec-Fetch-Mode'),
      observed: `${request.method} ${withoutQuery(request.url)} was made with mode no-cors.`,
      expected: 'cors',
    };
  },
});
