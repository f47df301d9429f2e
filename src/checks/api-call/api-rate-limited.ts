import { isOAuthToken } from '../../flow/facts/token-use.ts';
import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc, STATUS } from '../check.ts';
import { answerSentence } from '../shared/refusal-words.ts';

export default defineCheck({
  title: 'The API limits the rate of calls',
  severity: 'warning',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The token is accepted; there were too many calls in a short time. Whoever goes on at once is refused for longer.',
  fix: 'Send fewer calls: wait between them, keep answers that do not change, and ask the operator of the API for a higher limit if that is not enough.',
  specs: [rfc(6585, '4'), rfc(9110, '10.2.3')],
  explains: ['userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { request, response } = message.exchange;
    if (response?.status !== 429 || !isOAuthToken(flow, message)) return;
    const retry = headerValue(response.headers, 'retry-after');
    const answer = answerSentence(
      `${request.method} ${withoutQuery(request.url)}`,
      message.exchange,
    );
    const seconds = retry !== null && /^\d{1,6}$/.test(retry) ? `${retry} s` : null;
    yield {
      at: retry === null ? STATUS : header('Retry-After'),
      observed: retry === null ? answer : `${answer} Retry-After is ${quote(retry, 40)}.`,
      ...(seconds === null
        ? {}
        : {
            fix: `Wait ${seconds} before the next call, as Retry-After says, and send fewer calls.`,
          }),
    };
  },
});
