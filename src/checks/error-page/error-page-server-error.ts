import { readErrorPage } from '../../flow/facts/error-page.ts';
import { headerValue } from '../../http/headers.ts';
import type { ErrorMeaning } from '../../providers/registry/error-signature.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { knownWords, pageSentence } from '../shared/error-page-words.ts';

/** What a status from 500 on can be about, when the words say nothing else. */
const FAILURES: readonly ErrorMeaning[] = ['other', 'server-error', 'upstream'];

export default defineCheck({
  title: 'The authorization server failed and shows an error page',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The server crashed, lost its database, or the gateway before it did not reach it. The request itself may be faultless.',
  fix: 'Try again later, and give the operators the time and the correlation id.',
  specs: [rfc(6749, '4.1.2.1')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const page = readErrorPage(message, flow);
    if (!page || (page.status ?? 0) < 500) return;
    const about = page.match?.signature.about ?? 'other';
    if (!FAILURES.includes(about)) return;
    const known = knownWords(page, message);
    const headers = message.exchange.response?.headers ?? [];
    const retry = headerValue(headers, 'retry-after');
    const server = headerValue(headers, 'server');
    yield {
      at: STATUS,
      observed: [
        pageSentence(page),
        known?.told,
        server ? `The answer is from ${server}.` : '',
        retry ? `It asks to wait: Retry-After is ${retry}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      ...(about === 'other' ? {} : known?.more),
    };
  },
});
