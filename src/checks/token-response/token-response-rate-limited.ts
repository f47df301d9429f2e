import { headerValue } from '../../http/headers.ts';
import { statusWords } from '../../http/status.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

const TOO_OFTEN = new Set(['too_many_requests', 'over_request_rate_limit', 'rate_limit_exceeded']);

export default defineCheck({
  title: 'Token endpoint limits the rate of requests',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'Too many token requests came in, often from a refresh loop or from a client that does not keep its tokens.',
  fix: 'Keep tokens until they expire, let one request at a time refresh them, and honour Retry-After.',
  specs: [rfc(6585, '4')],
  explains: ['token-error-unknown-code', 'token-error-nonstandard-shape', 'token-response-html'],
  subject: 'token-request',
  *check({ exchange, response, grant }, { tokenRequests }) {
    const answer = exchange.response;
    const { error } = response;
    // A device or backchannel client that polls too fast is only asked to slow down.
    const poll = grant === 'device_code' || grant === 'ciba';
    const named = error !== null && (TOO_OFTEN.has(error) || (error === 'slow_down' && !poll));
    if (!answer || (answer.status !== 429 && !named) || (poll && error === 'slow_down')) return;
    const retry = headerValue(answer.headers, 'retry-after');
    yield {
      at: STATUS,
      observed: `The token endpoint answered ${statusWords(answer)}${error ? ` ${quote(error)}` : ''} after ${tokenRequests.length} token request${tokenRequests.length === 1 ? '' : 's'} of this flow${retry ? `; Retry-After is ${quote(retry, 40)}` : ''}.`,
    };
  },
});
