import { presence, startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { readErrorPage } from '../../flow/facts/error-page.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { scopes } from '../../oauth/values/response-type.ts';
import { doesWithout } from '../../providers/registry/request-shapes.ts';
import { cannotTell, defineCheck, oidc, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'redirect_uri is missing',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'OpenID Connect requires redirect_uri, and so does a server that has more than one registered. In plain OAuth a client with one registered URI may leave it out.',
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
    const refused = isRefused(flow);
    // The server shows a login page, so it knows where to return to.
    const goesOn = !refused && flow.messages.some(({ kind }) => kind === 'interaction');
    yield {
      at: parameter('redirect_uri'),
      observed: worked
        ? 'The request has no redirect_uri; the server used the one that is registered.'
        : 'The request has no redirect_uri.',
      expected: 'The registered redirect URI',
      severity: login ? (worked || goesOn ? 'warning' : 'error') : refused ? 'warning' : 'info',
    };
  },
});

/** Whether the server refused the request, by an error or by a page of its own. */
function isRefused(flow: Flow): boolean {
  return (
    refusalText(flow) !== '' ||
    flow.messages.some(
      (message) =>
        (message.kind === 'authorization-request' || message.kind === 'interaction') &&
        readErrorPage(message, flow) !== null,
    )
  );
}
