import { assertionOf, isIdJag } from '../../flow/facts/id-jag.ts';
import { tokenTypeOf } from '../../oauth/values/token-types.ts';
import { defineCheck, member } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default defineCheck({
  title: 'A refresh token is issued for an ID-JAG',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'The ID-JAG takes the place of a refresh token: the identity provider can end the access by issuing no new one. A refresh token outlives that.',
  fix: 'Turn off refresh tokens for this grant at the server, and let the client exchange its ID token again.',
  specs: [ID_JAG],
  subject: 'token-request',
  *check(message) {
    const { grant, params, response } = message;
    if (response.refreshToken === null || response.outcome !== 'tokens') return;
    const jwt = assertionOf(message);
    const isRequest =
      grant === 'token_exchange' && tokenTypeOf(params.get('requested_token_type')) === 'id-jag';
    if (!isRequest && !(jwt && isIdJag(jwt))) return;
    yield {
      at: member('refresh_token'),
      observed: isRequest
        ? 'The answer to the request for an ID-JAG has a refresh_token.'
        : 'The answer to the ID-JAG has a refresh_token.',
    };
  },
});
