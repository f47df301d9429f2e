import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { hasStatus } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { correlationIds } from '../../providers/registry/correlation-ids.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'Token endpoint fails with a server error',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: '500 means that the server crashed over the request; 502, 503 and 504 come from a gateway that did not reach it. The request itself may be correct.',
  fix: 'Look into the logs of the authorization server at this moment, by the request id if there is one.',
  specs: [rfc(9110, '15.6')],
  explains: [
    'token-response-html',
    'token-error-nonstandard-shape',
    'token-response-not-json',
    'token-response-empty',
    'cors-acao-missing',
    'cors-error-masks-oauth-error',
  ],
  subject: 'token-request',
  *check({ exchange, response }) {
    const answer = exchange.response;
    if (!answer || !hasStatus(answer, 500, 999) || answer.status === 501) return;
    if (response.error !== null) return;
    const { lines } = htmlText(responseText(exchange) ?? '');
    const id = correlationIds(answer.headers, lines.join('\n'))[0];
    const retry = headerValue(answer.headers, 'retry-after');
    yield {
      at: STATUS,
      observed: [
        `The token endpoint answered ${answer.status}`,
        lines[0] ? `: ${quote(lines[0], 200)}` : '',
        id ? ` (${id.name} ${id.value})` : '',
        retry ? `; Retry-After is ${quote(retry, 40)}` : '',
        '.',
      ].join(''),
      expected: '200',
    };
  },
});
