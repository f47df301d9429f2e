import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { clientOf, refusesGrant } from '../../oauth/values/token-request-view.ts';
import { tokenTypeOf } from '../../oauth/values/token-types.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck } from '../check.ts';
import { REFUSALS_OF_GRANT } from '../shared/absent-parameter-check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default defineCheck({
  title: 'The ID token was issued to another client than the one that exchanges it',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'subject_token',
  effect: 'request-fails',
  why: 'An identity provider issues an ID-JAG only to the client that the user logged in to: aud of the ID token has to be its client_id.',
  fix: 'Exchange the ID token as the client of the login: the same client_id and credentials.',
  specs: [ID_JAG],
  explains: [...REFUSALS_OF_GRANT, 'token-error-unauthorized-client'],
  subject: 'token-request',
  *check(message) {
    const { grant, params } = message;
    if (grant !== 'token_exchange' || !refusesGrant(message)) return;
    if (tokenTypeOf(params.get('requested_token_type')) !== 'id-jag') return;
    if (tokenTypeOf(params.get('subject_token_type')) !== 'id_token') return;
    const aud = audiences(jwtOf(params.get('subject_token'))?.claims ?? {});
    const client = clientOf(message);
    if (client === null || aud.length === 0 || aud.includes(client)) return;
    yield {
      at: claim('aud'),
      observed: `aud of the ID token is ${list(aud.slice(0, 3).map((one) => quote(one)))}, and ${quote(client)} exchanges it.`,
      expected: quote(client),
    };
  },
});
