import { type RouteChange, routeChange } from '../../flow/facts/same-route.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { httpStatus } from '../../http/status.ts';
import { fragmentOf, queryOf, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { formParams } from '../../oauth/values/params.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

const CHANGES: Readonly<Record<RouteChange, string>> = {
  slash: 'adds or takes away the slash at the end',
  case: 'changes upper and lower case',
  locale: 'adds or takes away the language in the path',
  host: 'goes to another name of the host',
  scheme: 'goes to another scheme',
};

export default defineCheck({
  title: 'A redirect at the callback loses the response',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'A rewrite of the URL runs before the route that reads the response, and does not keep the query. The route is called without code and state.',
  fix: 'Send and register the URL after the redirect as redirect_uri, or leave the callback out of that rewrite.',
  specs: [rfc(6749, '4.1.2')],
  explains: ['code-missing-in-response', 'redirect-landing-failed', 'login-loop'],
  subject: 'authorization-response',
  *check(message, flow) {
    const { exchange, delivered, mode, params } = message;
    const to = redirectTarget(exchange);
    if (!delivered || mode !== 'query' || to === null || exchange.response === null) return;
    const change = routeChange(exchange.request.url, to);
    const lost = ['code', 'error', 'state'].filter((name) => params.has(name) && !has(to, name));
    if (change === null || !(lost.includes('code') || lost.includes('error'))) return;
    if (headerValue(exchange.response.headers, 'set-cookie') !== null || isTaken(message, flow))
      return;
    yield {
      at: TARGET_URL,
      observed: `${withoutQuery(exchange.request.url)} was answered ${httpStatus(exchange.response)} with a redirect to ${quote(to)}: it ${CHANGES[change]} and leaves out ${list(lost)}.`,
      expected: 'A redirect with the whole query, or none',
      fix: `Send and register ${quote(withoutQuery(to))} as redirect_uri, or leave the callback out of that rewrite.`,
    };
  },
});

function has(url: string, name: string): boolean {
  return formParams(queryOf(url)).has(name) || formParams(fragmentOf(url)).has(name);
}

/** Whether somebody redeemed the code all the same, so that it was read before the redirect. */
function isTaken({ params }: AuthorizationResponse, { messages }: Flow): boolean {
  const code = params.get('code');
  return messages.some(
    (other) =>
      other.kind === 'code-handover' ||
      (other.kind === 'token-request' && code !== undefined && other.params.get('code') === code),
  );
}
