import type { HttpResponse } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { isRedirect } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { correlationIds } from '../../providers/registry/correlation-ids.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, rfc } from '../check.ts';

const MARKUP = /^\uFEFF?\s{0,200}<(?:!doctype html|html|head|body)\b/i;

export default defineCheck({
  title: 'Token endpoint answers with a web page',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The client expects JSON. A page comes from a wrong URL, a proxy or firewall in between, a login page, or a crash.',
  fix: 'Read in its text which system made the page, and check the URL of the token endpoint.',
  specs: [rfc(6749, '5.1')],
  explains: [
    'token-response-not-json',
    'token-response-content-type',
    'token-response-missing-access-token',
  ],
  subject: 'token-request',
  *check({ exchange, response }) {
    const answer = exchange.response;
    if (!answer || isRedirect(answer) || response.json) return;
    const text = responseText(exchange) ?? '';
    const byType = isHtml(headerValue(answer.headers, 'content-type'));
    if (!MARKUP.test(text.slice(0, 400)) && !(byType && text.trim() !== '')) return;
    yield {
      at: BODY,
      observed: `The token endpoint answered ${answer.status === null ? '' : `${answer.status} `}with a page${pageWords(answer, text)}.`,
      expected: 'JSON',
    };
  },
});

function pageWords(answer: HttpResponse, html: string): string {
  const { title, lines } = htmlText(html);
  const line = lines.find((one) => one !== title);
  const said = [title, line ?? ''].filter((one) => one !== '').map((one) => quote(one, 200));
  const ids = correlationIds(answer.headers, lines.join('\n'));
  const first = ids[0] ? ` (${ids[0].name} ${ids[0].value})` : '';
  return said.length > 0 ? `: ${said.join(', ')}${first}` : first;
}
