import { succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { statusWords } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { cannotTell, defineCheck, header, type Observation, rfc } from '../check.ts';

export default defineCheck({
  title: 'API call carries no access token',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The API asks for a token, and the request had none: it was not attached, or a redirect took the header away.',
  fix: 'Send Authorization: Bearer with the access token in this request.',
  specs: [rfc(6750, '2.1'), rfc(6750, '3')],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange, token } = message;
    const { headers, headersComplete } = exchange.request;
    const { response: answer } = exchange;
    if (token !== null || !answer || refusedWith(exchange) !== 401) return;
    const answered = statusWords(answer);
    if (headerValue(headers, 'authorization') !== null || headerValue(headers, 'cookie') !== null) {
      return;
    }
    if (!headersComplete) {
      yield cannotTell('The recording leaves out request headers, perhaps Authorization too.');
      return;
    }
    const hasToken = flow.tokenRequests.some(
      (token) =>
        token.response.accessToken !== null && token.exchange.startedAt <= exchange.startedAt,
    );
    // Clients find the authorization server by asking without a token first (RFC 9728).
    const probe = !hasToken || succeededLater(flow, message);
    const before = redirectingCall(message, flow);
    if (before !== null) {
      yield lostOnTheWay(before.exchange.request.url, exchange.request.url, answered);
      return;
    }
    yield {
      at: header('Authorization'),
      observed: hasToken
        ? `The API answered ${answered} to a request without Authorization, although the client has an access token.`
        : `The API answered ${answered} to a request without Authorization.`,
      expected: 'Authorization: Bearer …',
      severity: probe ? 'info' : 'error',
    };
  },
});

/** The call with a token whose redirect to another origin led to this one. */
function redirectingCall({ exchange }: ApiCall, { messages }: Flow): ApiCall | null {
  const { url } = exchange.request;
  const found = messages.findLast(
    (one) =>
      one.kind === 'api-call' &&
      one.token !== null &&
      one.exchange.startedAt <= exchange.startedAt &&
      redirectTarget(one.exchange) === url &&
      originOfUrl(one.exchange.request.url) !== originOfUrl(url),
  );
  return found?.kind === 'api-call' ? found : null;
}

function lostOnTheWay(from: string, to: string, answered: string): Observation {
  return {
    at: header('Authorization'),
    title: 'A redirect took the access token away',
    observed: `The call to ${withoutQuery(from)} had the token and was redirected to ${originOfUrl(to)}. Clients leave out Authorization on a redirect to another origin, and the API there answered ${answered}.`,
    expected: 'Authorization: Bearer …',
    fix: `Call ${withoutQuery(to)} directly, or let the proxy forward the request instead of redirecting it.`,
  };
}
