import { defineCheck, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'Token request does not use POST',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A token endpoint takes POST only. Other methods put the code and the secret into the URL, and so into logs and histories.',
  fix: 'Send the token request as POST with a form body.',
  specs: [rfc(6749, '3.2')],
  explains: ['token-endpoint-not-found', 'grant-type-missing', 'token-request-params-in-url'],
  subject: 'token-request',
  *check({ exchange, response }) {
    const { method } = exchange.request;
    if (method === 'POST' || method === 'OPTIONS') return;
    yield {
      at: STATUS,
      observed: `The token request was sent as ${method}.`,
      expected: 'POST',
      // A few providers document GET. There it works and only exposes the parameters.
      severity: response.outcome === 'tokens' ? 'warning' : 'error',
    };
  },
});
