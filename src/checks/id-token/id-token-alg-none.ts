import { idTokenJwt } from '../../flow/facts/id-token.ts';
import type { Flow } from '../../flow/flow.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import type { Severity } from '../../words/severities.ts';
import { defineCheck, member, oidc, rfc } from '../check.ts';

export default defineCheck({
  title: 'ID token is not signed',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'With alg "none" anyone could have made this token. Clients refuse it, unless they registered for unsigned ID tokens of the token endpoint (OpenID Connect Core section 2).',
  fix: 'Have the server sign ID tokens, for example with RS256 or ES256.',
  specs: [oidc('3.1.3.7'), oidc('2'), rfc(8725, '3.2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const algorithm = idTokenJwt(message)?.header.alg;
    if (typeof algorithm !== 'string' || algorithm.toLowerCase() !== 'none') return;
    yield {
      at: member('id_token'),
      observed: `The header of the ID token has alg "${algorithm}".`,
      expected: 'RS256, ES256 or another signature',
      severity: message.kind === 'token-request' ? weight(flow) : 'error',
    };
  },
});

/**
 * How bad an unsigned token of the token endpoint is. The client may have registered for it; only
 * metadata or a registration without the algorithm speaks against that.
 */
function weight({ metadata, messages }: Flow): Severity {
  const registered = messages.findLast(({ kind }) => kind === 'registration-request');
  const answer = registered ? parseJsonObject(responseText(registered.exchange) ?? '') : null;
  if (answer) return answer.id_token_signed_response_alg === 'none' ? 'info' : 'warning';
  const listed = metadata?.metadata?.id_token_signing_alg_values_supported;
  return Array.isArray(listed) && !listed.includes('none') ? 'warning' : 'info';
}
