import { isOAuthToken, isPublicKey } from '../../flow/facts/token-use.ts';
import { cannotSendHeaders } from '../../http/headerless.ts';
import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'Access token is in the URL of an API call',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'URLs end up in histories, logs and Referer headers, and the token with them.',
  fix: 'Send the token in the Authorization header.',
  specs: [rfc(6750, '2.3'), rfc(9700, '4.3.2')],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange } = message;
    const { url } = exchange.request;
    const token = formParams(queryOf(url)).get('access_token');
    // Maps and other services call their public keys access_token too. Some are JWTs.
    if (!token || !isOAuthToken(flow, message) || isPublicKey(message, flow)) return;
    yield {
      at: parameter('access_token'),
      observed: 'The URL of the call has the parameter access_token.',
      expected: 'Authorization: Bearer …',
      severity: cannotSendHeaders(exchange) ? 'info' : 'warning',
    };
  },
});
