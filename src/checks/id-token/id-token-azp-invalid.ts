import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'azp of the ID token is not this client',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'azp names the client that the token was issued to. Clients that check it refuse the token of another client.',
  fix: 'Find out which client asked for the token, and use that registration throughout.',
  specs: [oidc('3.1.3.7'), oidc('2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    const client = (message.kind === 'token-request' ? clientOf(message) : null) ?? flow.client;
    if (!jwt || client === null) return;
    const { azp } = jwt.claims;
    const aud = audiences(jwt.claims);
    // Another check covers a token that was issued for another client.
    if (!aud.includes(client)) return;
    if (azp !== undefined) {
      if (azp === client) return;
      const observed = `azp is ${quote(String(azp))}, the client is ${quote(client)}.`;
      yield { at: claim('azp'), observed, expected: quote(client) };
    } else if (aud.length > 1) {
      const observed = `aud has ${aud.length} values and the token has no azp.`;
      yield { at: claim('azp'), observed, expected: quote(client), severity: 'info' };
    }
  },
});
