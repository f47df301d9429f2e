import { headerValue } from '../../http/headers.ts';
import { isJson } from '../../http/media-type.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token response has the wrong Content-Type',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'The body is JSON, but its label says otherwise. Strict clients refuse to parse it.',
  fix: 'Have the server send Content-Type: application/json.',
  specs: [rfc(6749, '5.1')],
  subject: 'token-request',
  *check({ exchange }) {
    const answer = exchange.response;
    if (!answer || parseJsonObject(responseText(exchange) ?? '') === null) return;
    const type = headerValue(answer.headers, 'content-type');
    if (isJson(type) || (type === null && !answer.headersComplete)) return;
    yield {
      at: header('Content-Type'),
      observed:
        type === null ? 'The answer has no Content-Type.' : `Content-Type is ${quote(type)}.`,
      expected: 'application/json',
    };
  },
});
