import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'ID token was not issued for this client',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'aud has to contain the client_id. A client must refuse a token for another client.',
  fix: 'Use one client_id for the login and for the validation of its tokens.',
  specs: [oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    const client = (message.kind === 'token-request' ? clientOf(message) : null) ?? flow.client;
    const aud = jwt ? audiences(jwt.claims) : [];
    if (client === null || aud.length === 0 || aud.includes(client)) return;
    if (message.kind === 'token-request' && message.grant === 'token_exchange') return;
    const [only = ''] = aud;
    const difference = aud.length === 1 ? describeDifference(only, client) : null;
    yield {
      at: claim('aud'),
      observed: `aud is ${list(aud.slice(0, 5).map((one) => quote(one)))}${difference === null ? '' : ` (${difference})`}, the client is ${quote(client)}.`,
      expected: quote(client),
    };
  },
});
