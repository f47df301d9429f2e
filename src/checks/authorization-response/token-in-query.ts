import { originOfUrl } from '../../http/url.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const TOKENS = ['access_token', 'id_token', 'refresh_token'];

export default defineCheck({
  title: 'A token comes back in a query string',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A query is sent to servers, written to their logs and passed on in the Referer header. Anyone who can read it there has the token.',
  fix: 'Use response_type=code with PKCE, or hand the session over with a one-time code.',
  specs: [rfc(9700, '4.3.2'), rfc(6750, '5.3')],
  subject: 'authorization-response',
  *check({ params, mode, target }) {
    if (mode !== 'query') return;
    for (const name of TOKENS) {
      if (!params.get(name)) continue;
      yield {
        at: parameter(name),
        observed: `The URL to ${originOfUrl(target) ?? target} has ${name} in its query.`,
        expected: `No ${name} in the query`,
      };
    }
  },
});
