import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const SECRETS = [
  'code',
  'code_verifier',
  'client_secret',
  'client_assertion',
  'refresh_token',
  'password',
  'assertion',
  'subject_token',
];

export default defineCheck({
  title: 'Token parameters are in the URL',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'URLs are written to logs, histories and proxies, and so are the secrets in them. Many servers do not look at the query of a token request at all.',
  fix: 'Move all parameters of the token request into the form body.',
  specs: [rfc(6749, '3.2'), rfc(6749, '2.3.1')],
  explains: ['grant-type-missing', 'token-error-invalid-request'],
  subject: 'token-request',
  *check({ exchange, response, params }) {
    const query = formParams(queryOf(exchange.request.url));
    // The function key of a cloud host is called `code` too. So a name counts only when the body
    // lacks it or repeats it.
    const names = SECRETS.filter((name) => {
      const value = query.get(name);
      return value && (params.get(name) ?? value) === value;
    });
    const [first] = names;
    if (first === undefined) return;
    const byDesign = exchange.request.method === 'GET' && response.outcome === 'tokens';
    yield {
      at: parameter(first),
      observed: `The URL of the token request carries ${list(names)}.`,
      expected: 'A URL without these parameters',
      severity: byDesign ? 'warning' : 'error',
    };
  },
});
