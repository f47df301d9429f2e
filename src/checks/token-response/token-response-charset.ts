import { headerValue } from '../../http/headers.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, header, rfc } from '../check.ts';

const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]+)"?/i;

export default defineCheck({
  title: 'The text of the token response is not in UTF-8',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'JSON is exchanged in UTF-8. Clients read it so whatever the label says, and names with other letters than a to z come out wrong.',
  fix: 'Have the server write the answer in UTF-8, and leave charset out of its Content-Type.',
  specs: [rfc(8259, '8.1')],
  subject: 'token-request',
  *check({ exchange, response }) {
    const text = responseText(exchange);
    if (text === null || response.json === null) return;
    const type = headerValue(exchange.response?.headers ?? [], 'content-type') ?? '';
    const charset = CHARSET.exec(type)?.[1] ?? null;
    // In plain ASCII all labels mean the same text.
    if (charset !== null && !/^(?:utf-?8|us-ascii)$/i.test(charset) && /[^\x00-\x7F]/.test(text)) {
      yield {
        at: header('Content-Type'),
        observed: `Content-Type has charset ${quote(charset, 40)}, and the body has letters beyond ASCII.`,
        expected: 'UTF-8',
        severity: 'info',
      };
    } else if (text.includes('\uFFFD')) {
      yield {
        at: BODY,
        observed: 'The body has bytes that are not UTF-8: letters in it could not be read.',
        expected: 'UTF-8',
      };
    }
  },
});
