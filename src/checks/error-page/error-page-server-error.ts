import { headerValue } from '../../http/headers.ts';
import { readErrorPage } from '../../providers/error-page.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { pageSentence } from '../error-page-words.ts';

export default defineCheck({
  title: 'The authorization endpoint failed with a server error',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  why: 'The server crashed, lost its database, or the gateway before it did not reach it. The request itself may be faultless.',
  fix: 'Try again later, and give the operators the time and the correlation id.',
  specs: [rfc(6749, '4.1.2.1')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const page = readErrorPage(message, flow);
    if (!page || (page.status ?? 0) < 500 || (page.match && page.match.signature.about !== 'other'))
      return;
    const headers = message.exchange.response?.headers ?? [];
    const retry = headerValue(headers, 'retry-after');
    const server = headerValue(headers, 'server');
    yield {
      at: STATUS,
      observed: [
        pageSentence(page),
        server ? `The answer is from ${server}.` : '',
        retry ? `It asks to wait: Retry-After is ${retry}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    };
  },
});
