import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { cannotTell, defineCheck, member, oidc } from '../check.ts';

export default defineCheck({
  title: 'openid was asked for, but no ID token came back',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Without an ID token the client does not know who logged in. The server treats the request as plain OAuth.',
  fix: 'Enable OpenID Connect for this client at the authorization server and allow it the scope openid.',
  specs: [oidc('3.1.3.3')],
  subject: 'token-request',
  *check(message, { request }) {
    const { grant, response, exchange } = message;
    const scope = request?.effective('scope') ?? '';
    if (grant !== 'authorization_code' || !scope.split(/\s+/).includes('openid')) return;
    if (isSuccess(message) && response.outcome === 'unknown' && exchange.delivered !== false) {
      yield cannotTell('The body of the token response was not recorded.');
      return;
    }
    if (response.outcome !== 'tokens' || response.json?.id_token) return;
    const granted = response.json?.scope;
    if (typeof granted === 'string' && !granted.split(/[\s,]+/).includes('openid')) return;
    yield {
      at: member('id_token'),
      observed: `The authorization request had scope "${scope.slice(0, 120)}", the token response has no id_token.`,
      expected: 'A member id_token',
    };
  },
});
