import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'azp of the ID token names another client',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  token: 'id_token',
  why: 'OpenID Connect gives no rule for azp since its errata set 2: extensions use it for the client that asked for the token, which need not be the one that it is for. Older libraries refuse such a token.',
  fix: 'If a library refuses the token for its azp, update it, or ask for the token with the client that uses it.',
  specs: [oidc('3.1.3.7'), oidc('2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    const client = (message.kind === 'token-request' ? clientOf(message) : null) ?? flow.client;
    if (!jwt || client === null) return;
    const { azp } = jwt.claims;
    // Another check covers a token that was issued for another client.
    if (azp === undefined || azp === client || !audiences(jwt.claims).includes(client)) return;
    yield {
      at: claim('azp'),
      observed: `azp is ${quote(String(azp))}, the client is ${quote(client)}.`,
      expected: quote(client),
    };
  },
});
