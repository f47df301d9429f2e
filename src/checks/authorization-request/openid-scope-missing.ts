import { presence, startsFlow } from '../../flow/facts/attempt.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { responseTypes, scopes } from '../../oauth/values/response-type.ts';
import { deviates } from '../../providers/registry/deviations.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, oidc, parameter } from '../check.ts';

/** Parameters of OpenID Connect that nothing else defines: RFC 9470 has acr_values and max_age too. */
const OPENID_ONLY = ['nonce', 'claims', 'id_token_hint'];

export default defineCheck({
  title: 'OpenID Connect is used without the scope openid',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The scope openid turns an OAuth request into a login. Without it the server issues no ID token, and may ignore the parameters of OpenID Connect.',
  fix: 'Add openid to scope.',
  specs: [oidc('3.1.2.1')],
  explains: ['authz-error-invalid-scope', 'id-token-missing'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || scopes(message).has('openid')) return;
    const idToken = responseTypes(message).has('id_token');
    const features = featuresOf(message);
    if ((!idToken && features.length === 0) || deviates(message.endpoint, 'no-openid')) return;
    if (presence(message, 'scope') === 'hidden') {
      yield cannotTell('The request object cannot be read; scope may be inside.');
      return;
    }
    const scope = message.effective('scope');
    yield {
      at: parameter('scope'),
      observed: `${idToken ? 'response_type asks for an ID token' : `The request has ${list(features)}`}, and scope is ${scope ? quote(scope) : 'absent'}.`,
      expected: quote(['openid', scope].filter(Boolean).join(' ')),
      severity: idToken ? 'error' : 'warning',
    };
  },
});

function featuresOf(message: AuthorizationRequest): readonly string[] {
  return OPENID_ONLY.filter((name) => presence(message, name) === 'present');
}
