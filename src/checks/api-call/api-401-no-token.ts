import { succeededLater } from '../../flow/facts/token-use.ts';
import { headerValue } from '../../http/headers.ts';
import { statusWords } from '../../http/status.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { cannotTell, defineCheck, header, rfc } from '../check.ts';

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
