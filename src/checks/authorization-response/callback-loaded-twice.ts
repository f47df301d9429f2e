import { isBroken } from '../../flow/facts/broken.ts';
import { failedLanding } from '../../flow/facts/failed-landing.ts';
import { isChallenged } from '../../flow/facts/http-challenge.ts';
import { wordsOf } from '../../flow/facts/page-text.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { httpStatus } from '../../http/status.ts';
import { queryOf, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Message } from '../../oauth/message.ts';
import { formParams } from '../../oauth/values/params.ts';
import { quote } from '../../words/quote.ts';
import { toMessage } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

/** Two codes for one state come from one page that goes on twice, not from two visits. */
const ONE_PAGE = 30_000;
const MAX_WORDS = 120;

export default defineCheck({
  title: 'The callback is loaded more than once',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'A login can be finished once: the state and the code are used up by the first load. A reload, a step back, a prefetch or a page that navigates twice makes the application try it again, and that fails.',
  fix: 'Take the code out of the URL (history.replaceState or a redirect) as soon as it is read, and ignore prefetches.',
  specs: [rfc(6749, '4.1.2'), rfc(9700, '4.3.1')],
  explains: ['code-reused', 'redirect-landing-failed', 'request-aborted'],
  subject: 'authorization-response',
  *check(message, flow) {
    const first = earlierLoad(message, flow);
    if (first) {
      const prefetch = [first, message].some(({ exchange }) =>
        /prefetch|prerender/i.test(headerValue(exchange.request.headers, 'sec-purpose') ?? ''),
      );
      yield {
        at: TARGET_URL,
        observed: `${message.target} was loaded ${gapTo(message, first)} earlier with the same code${prefetch ? '; one of the two was a prefetch' : ''}.${ends(first, message, flow)}`,
        references: [toMessage(`${gapTo(message, first)} earlier`, first)],
        expected: 'One load of the callback for each code',
      };
      return;
    }
    const other = otherCode(message, flow);
    if (!other) return;
    yield {
      at: TARGET_URL,
      title: 'The callback is loaded twice for one login, each time with another code',
      observed: `${message.target} was loaded ${gapTo(message, other)} earlier with the same state.${ends(other, message, flow)}`,
      references: [toMessage(`${gapTo(message, other)} earlier`, other)],
      expected: 'One response for each request',
      fix: 'Let the callback treat the second response like the first: while a login with this state is being finished, or has just been, wait for its end and show its result.',
    };
  },
});

const gapTo = (message: AuthorizationResponse, first: AuthorizationResponse): string =>
  span(message.exchange.startedAt - first.exchange.startedAt);

function earlierLoad(message: AuthorizationResponse, flow: Flow): AuthorizationResponse | null {
  const code = message.params.get('code');
  if (!code || !message.delivered || message.exchange.response?.status === 304) return null;
  const last = flow.responses.findLast(
    (other) =>
      other.delivered &&
      other.params.get('code') === code &&
      other.exchange.startedAt < message.exchange.startedAt &&
      other.exchange.response !== null,
  );
  return last && !passesOn(last, code) && !isChallenged(last.exchange) ? last : null;
}

/** Whether a redirect only corrects the URL (https, a slash) and keeps the code. */
function passesOn({ exchange }: AuthorizationResponse, code: string): boolean {
  const next = redirectTarget(exchange);
  return next !== null && formParams(queryOf(next)).get('code') === code;
}

/** An earlier response to the same request with another code. Null unless the later load failed. */
function otherCode(message: AuthorizationResponse, flow: Flow): AuthorizationResponse | null {
  const { exchange, params, delivered } = message;
  const [code, state] = [params.get('code'), params.get('state')];
  if (!code || !state || !delivered || failureAt(message, flow) === null) return null;
  return (
    flow.responses.findLast(
      (other) =>
        other.delivered &&
        other.params.get('state') === state &&
        other.params.has('code') &&
        other.params.get('code') !== code &&
        other.exchange.startedAt < exchange.startedAt &&
        exchange.startedAt - other.exchange.startedAt <= ONE_PAGE &&
        !isChallenged(other.exchange),
    ) ?? null
  );
}

/** What became of the two loads. */
function ends(first: AuthorizationResponse, second: AuthorizationResponse, flow: Flow): string {
  const failure = failureAt(second, flow);
  if (failure === null) return '';
  const words = failure.response ? wordsOf(failure) : null;
  const said = words ? `, which says ${quote(words.replace(/\.$/, ''), MAX_WORDS)}` : '';
  return ` The first load was ${endOf(first.exchange)}; this one ended at ${withoutQuery(failure.request.url)}${said}.`;
}

function endOf({ response, failure }: Exchange): string {
  if (response) return `answered ${httpStatus(response)}`;
  return failure?.reason === 'aborted' ? 'cancelled by the browser' : 'not answered';
}

/** A path that only pages about errors have. */
const ERROR_PATH = /\/(?:[\w-]+[-_])?(?:error|failure|failed)\/?$/i;

/** Where the load failed: at the callback itself, or on the page that it went on to. */
function failureAt(message: AuthorizationResponse, flow: Flow): Exchange | null {
  if (isBroken(message)) return message.exchange;
  const landing = failedLanding(message, flow) ?? errorPage(message, flow);
  return landing?.exchange ?? null;
}

function errorPage({ exchange }: AuthorizationResponse, { messages }: Flow): Message | null {
  return (
    messages.find(
      (landing) =>
        landing.kind === 'landing' &&
        landing.exchange.startedAt >= exchange.startedAt &&
        ERROR_PATH.test(withoutQuery(landing.exchange.request.url)),
    ) ?? null
  );
}
