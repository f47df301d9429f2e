import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'code_verifier is sent although no challenge was sent',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A server has to refuse a verifier without a challenge: an attacker may have removed the challenge. Most often, other code built the authorization request.',
  fix: 'Send code_challenge and code_challenge_method=S256 in the authorization request too.',
  specs: [rfc(9700, '2.1.1'), rfc(9700, '4.8.2')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check({ grant, params, response }, { request }) {
    if (grant !== 'authorization_code' || !params.get('code_verifier')) return;
    if (!request || request.opaque || request.effective('code_challenge') !== undefined) return;
    const refused = response.error === 'invalid_grant' || response.error === 'invalid_request';
    yield {
      at: parameter('code_verifier'),
      observed:
        'The token request has a code_verifier, the authorization request had no code_challenge.',
      expected: 'A code_challenge in the authorization request',
      severity: refused ? 'error' : 'warning',
    };
  },
});
