import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The response lacks the iss that the server promises',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'The metadata says that every response names its issuer. A client has to refuse one without: it may come from another server, or a proxy dropped it.',
  fix: 'Return iss in success and error responses, and check proxies that rewrite the callback URL.',
  specs: [rfc(9207, '2.4')],
  subject: 'authorization-response',
  *check({ params, issuedParams }, { metadata }) {
    if (metadata?.metadata?.authorization_response_iss_parameter_supported !== true) return;
    // An ID token names the issuer as well. Then iss may be left out (RFC 9207 section 4).
    if (params.get('iss') || params.has('response') || params.has('id_token')) return;
    const onTheWay = Boolean(issuedParams?.get('iss'));
    yield {
      at: parameter('iss'),
      observed: onTheWay
        ? 'The redirect of the server has iss, but the request that arrived has none.'
        : 'The metadata has authorization_response_iss_parameter_supported, but the response has no iss.',
      owner: onTheWay ? 'network' : 'authorization server',
      ...(params.has('error') ? { severity: 'warning' } : {}),
    };
  },
});
