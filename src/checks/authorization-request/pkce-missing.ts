import { isPublicClient, presence, startsFlow } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { responseTypes, scopes } from '../../oauth/values/response-type.ts';
import { deviates } from '../../providers/registry/deviations.ts';
import type { Severity } from '../../words/severities.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';
import { advice } from '../shared/advice.ts';

export default defineCheck({
  title: 'Authorization code flow without PKCE',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'An attacker who gets the code can redeem it, or inject it into another session. Many servers now refuse such requests.',
  fix: 'Send code_challenge with code_challenge_method=S256, and code_verifier in the token request.',
  specs: [rfc(7636, '4.3'), rfc(9700, '2.1.1')],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || !asksForCode(message)) return;
    const seen = presence(message, 'code_challenge');
    if (seen === 'present') return;
    if (seen === 'hidden') {
      yield cannotTell('The request object cannot be read; PKCE may be inside.');
      return;
    }
    const refusal = refusalText(flow);
    const refused = /code.?challenge|\bPKCE\b/i.test(refusal);
    yield {
      at: parameter('code_challenge'),
      observed: refused
        ? 'The request has no code_challenge, and the server refused it for that.'
        : `The request has no code_challenge. ${client(flow)}`,
      expected: 'code_challenge with code_challenge_method=S256',
      severity: refused ? 'error' : advice(flow, weight(message, flow)),
      explains: refused ? ['authz-error-invalid-request', 'error-page-shown'] : [],
    };
  },
});

function asksForCode(message: AuthorizationRequest): boolean {
  return presence(message, 'response_type') === 'hidden' || responseTypes(message).has('code');
}

function client(flow: Flow): string {
  const open = isPublicClient(flow);
  if (open === null) return 'A server that keeps a client secret may do without it.';
  return open
    ? 'This client has no secret, so nothing else protects the code.'
    : 'The client authenticates with a secret.';
}

/**
 * RFC 9700 section 2.1.1: a public client must use PKCE, a confidential one may rely on the nonce
 * of OpenID Connect. When the type of the client is unknown, the severity is low.
 */
function weight(message: AuthorizationRequest, flow: Flow): Severity {
  if (deviates(message.endpoint, 'no-pkce')) return 'info';
  const open = isPublicClient(flow);
  if (open === null) return 'info';
  if (open) return 'warning';
  const nonce = presence(message, 'nonce') === 'present' && scopes(message).has('openid');
  return nonce ? 'info' : 'warning';
}
