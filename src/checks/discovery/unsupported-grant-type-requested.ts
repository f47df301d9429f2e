import { jsonList } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { listedWords } from '../shared/listed-words.ts';

export default defineCheck({
  title: 'The metadata of the server does not list the requested grant_type',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The token endpoint does not have this grant, or it is switched off at this server.',
  fix: 'Use a grant that the metadata lists, or switch on this one at the server and for the client.',
  specs: [rfc(8414, '2'), rfc(6749, '5.2')],
  explains: [
    'token-error-unsupported-grant-type',
    'token-error-unauthorized-client',
    'token-error-invalid-request',
  ],
  subject: 'token-request',
  *check({ grantType, response }, flow) {
    const listed = jsonList(flow.metadata?.metadata?.grant_types_supported);
    if (!grantType || listed.length === 0 || listed.includes(grantType)) return;
    const isAboutGrant =
      response.error === 'unsupported_grant_type' ||
      (response.error !== null && /grant.?type/i.test(response.errorDescription ?? ''));
    if (!isAboutGrant) return;
    yield {
      at: parameter('grant_type'),
      observed: `grant_type is ${quote(grantType)}. The token endpoint answered ${quote(response.error ?? '')}, and the metadata of the server lists ${listedWords(listed)}.`,
      expected: listedWords(listed),
    };
  },
});
