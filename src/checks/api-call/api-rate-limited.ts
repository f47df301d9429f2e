import { serverTime } from '../../flow/facts/id-token.ts';
import { wordsAboutToken } from '../../flow/facts/token-refusal.ts';
import { isOAuthToken } from '../../flow/facts/token-use.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
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
  explains: ['userinfo-failed', 'api-403-other'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange } = message;
    const { request, response } = exchange;
    if (!response || !isOAuthToken(flow, message)) return;
    const usedUp = response.status === 403 && isUsedUp(exchange);
    if (response.status !== 429 && !usedUp) return;
    const retry = headerValue(response.headers, 'retry-after');
    const answer = answerSentence(`${request.method} ${withoutQuery(request.url)}`, exchange);
    const wait = waitOf(exchange);
    const also = retry === null ? '' : ` Retry-After is ${quote(retry, 40)}.`;
    yield {
      at: retry === null ? STATUS : header('Retry-After'),
      observed: `${answer}${also}${usedUp ? ' The number of calls is used up.' : ''}`,
      ...(wait === null ? {} : { fix: `Wait ${wait} before the next call, and send fewer calls.` }),
    };
  },
});

const LIMIT = /\brate.?limit|\btoo many requests\b|\bquota\b.{0,30}\bexceeded\b/i;

/** Some APIs answer 403 when the limit is reached, and say so in a header or in the body. */
function isUsedUp(exchange: Exchange): boolean {
  const left = limitHeader(exchange, 'remaining');
  return left === '0' || LIMIT.test(wordsAboutToken(exchange) ?? '');
}

function limitHeader({ response }: Exchange, name: string): string | null {
  if (!response) return null;
  const [own, standard] = [`x-ratelimit-${name}`, `ratelimit-${name}`].map((full) =>
    headerValue(response.headers, full),
  );
  return own ?? standard ?? null;
}

/** How long the server wants the client to wait; null when it does not say. */
function waitOf(exchange: Exchange): string | null {
  const { response } = exchange;
  const retry = response ? headerValue(response.headers, 'retry-after') : null;
  if (retry !== null && /^\d{1,6}$/.test(retry)) return `${retry} s, as Retry-After says,`;
  const reset = Number(limitHeader(exchange, 'reset') ?? Number.NaN);
  const time = serverTime(exchange);
  if (Number.isNaN(reset) || reset <= 0) return null;
  // Some write the moment, others the seconds until then.
  const left = reset > 1e9 ? (time === null ? 0 : reset * 1_000 - time) : reset * 1_000;
  return left > 0 ? span(left) : null;
}
