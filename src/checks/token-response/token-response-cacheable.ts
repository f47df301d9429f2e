import { headerValues } from '../../http/headers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token response may be stored by caches',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Answers with tokens must forbid caches to store them. Browsers rarely cache the answer to a POST, so this seldom shows.',
  fix: 'Have the server send Cache-Control: no-store.',
  specs: [rfc(6749, '5.1')],
  subject: 'token-request',
  *check({ exchange, response }) {
    const answer = exchange.response;
    if (response.outcome !== 'tokens' || !answer?.headersComplete) return;
    const value = headerValues(answer.headers, 'cache-control').join(', ');
    if (/\bno-store\b/i.test(value)) return;
    yield {
      at: header('Cache-Control'),
      observed:
        value === '' ? 'The answer has no Cache-Control.' : `Cache-Control is ${quote(value)}.`,
      expected: 'Cache-Control: no-store',
    };
  },
});
