import { presence, startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { scopes } from '../../oauth/values/response-type.ts';
import { doesWithout } from '../../providers/registry/request-shapes.ts';
import { cannotTell, defineCheck, oidc, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'redirect_uri is missing',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The server has to guess where to return to. OpenID Connect requires redirect_uri, and so does every server with more than one registered.',
  fix: 'Send the redirect_uri exactly as it is registered.',
  specs: [oidc('3.1.2.1'), rfc(6749, '3.1.2.3')],
  explains: ['error-page-redirect-mismatch', 'error-page-shown', 'authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || doesWithout(message.endpoint, 'redirect_uri')) return;
    const seen = presence(message, 'redirect_uri');
    if (seen === 'present') return;
    if (seen === 'hidden') {
      yield cannotTell('The request object cannot be read; redirect_uri may be inside.');
      return;
    }
    const login = scopes(message).has('openid');
    const worked = wasAccepted(flow);
    yield {
      at: parameter('redirect_uri'),
      observed: worked
        ? 'The request has no redirect_uri; the server used the one that is registered.'
        : 'The request has no redirect_uri.',
      expected: 'The registered redirect URI',
      severity: worked ? (login ? 'warning' : 'info') : login ? 'error' : 'warning',
    };
  },
});
