import { hasS256, isBound, presence, startsFlow } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { doesWithout } from '../../providers/registry/request-shapes.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';
import { advice } from '../shared/advice.ts';

export default defineCheck({
  title: 'Authorization request has no state',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'Nothing ties the response to the browser that started the login, so somebody else’s response can be slipped in. PKCE with S256, or a nonce, protects as well.',
  fix: 'Send a random state of 128 bits with each request, keep it, and compare it when the response comes.',
  specs: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || message.effective('response_type') === 'none') return;
    if (doesWithout(message.endpoint, 'state')) return;
    const seen = presence(message, 'state');
    if (seen === 'present') return;
    if (seen === 'hidden') {
      yield cannotTell('The request object cannot be read; state may be inside.');
      return;
    }
    const refused = /\bstate\b/i.test(refusalText(flow));
    yield {
      at: parameter('state'),
      observed: `No state. ${protection(message)}`,
      expected: 'A random state',
      severity: refused ? 'error' : advice(flow, isBound(message) ? 'info' : 'warning'),
      explains: refused ? blamed(flow) : [],
    };
  },
});

function protection(message: AuthorizationRequest): string {
  if (hasS256(message)) return 'PKCE with S256 protects this request.';
  return presence(message, 'nonce') === 'present'
    ? 'Only the nonce protects this request.'
    : 'There is no PKCE and no nonce either.';
}

function blamed(flow: Flow): readonly string[] {
  const error = flow.responses.find(({ params }) => params.has('error'));
  return error ? ['authz-error-invalid-request'] : ['error-page-shown'];
}
