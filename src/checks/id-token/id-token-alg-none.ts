import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { defineCheck, member, oidc, rfc } from '../check.ts';

export default defineCheck({
  title: 'ID token is not signed',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'With alg "none" anyone could have made this token. Clients refuse it.',
  fix: 'Have the server sign ID tokens, for example with RS256 or ES256.',
  specs: [oidc('3.1.3.7'), rfc(8725, '3.2')],
  subject: ['token-request', 'authorization-response'],
  *check(message) {
    const algorithm = idTokenJwt(message)?.header.alg;
    if (typeof algorithm !== 'string' || algorithm.toLowerCase() !== 'none') return;
    yield {
      at: member('id_token'),
      observed: `The header of the ID token has alg "${algorithm}".`,
      expected: 'RS256, ES256 or another signature',
      // Client and server may agree on it for the token endpoint (OpenID Connect Core section 2).
      severity: message.kind === 'token-request' ? 'warning' : 'error',
    };
  },
});
