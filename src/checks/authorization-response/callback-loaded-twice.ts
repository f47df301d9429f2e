import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { queryOf } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { formParams } from '../../oauth/values/params.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The callback is loaded more than once with the same code',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'A code works once. A reload, a step back or a prefetch of the callback makes the application redeem it again, and that fails.',
  fix: 'Take the code out of the URL (history.replaceState or a redirect) as soon as it is read, and ignore prefetches.',
  specs: [rfc(6749, '4.1.2'), rfc(9700, '4.3.1')],
  explains: ['code-reused', 'redirect-landing-failed'],
  subject: 'authorization-response',
  *check(message, flow) {
    const first = earlierLoad(message, flow);
    if (!first) return;
    const gap = span(message.exchange.startedAt - first.exchange.startedAt);
    const prefetch = [first, message].some(({ exchange }) =>
      /prefetch|prerender/i.test(headerValue(exchange.request.headers, 'sec-purpose') ?? ''),
    );
    yield {
      at: TARGET_URL,
      observed: `${message.target} was loaded ${gap} earlier with the same code${prefetch ? '; one of the two was a prefetch' : ''}.`,
      expected: 'One load of the callback for each code',
    };
  },
});

function earlierLoad(message: AuthorizationResponse, flow: Flow): AuthorizationResponse | null {
  const code = message.params.get('code');
  if (!code || !message.delivered || message.exchange.response?.status === 304) return null;
  const earlier = flow.responses.filter(
    (other) =>
      other.delivered &&
      other.params.get('code') === code &&
      other.exchange.startedAt < message.exchange.startedAt &&
      other.exchange.response !== null,
  );
  const last = earlier.at(-1);
  return last && !passesOn(last, code) ? last : null;
}

/** Whether a redirect only corrects the URL (https, a slash) and keeps the code. */
function passesOn({ exchange }: AuthorizationResponse, code: string): boolean {
  const next = redirectTarget(exchange);
  return next !== null && formParams(queryOf(next)).get('code') === code;
}
