import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The challenge is sent instead of the verifier',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The token endpoint wants the random string that the challenge was made of. Sending the challenge again proves nothing, and the server refuses it.',
  fix: 'Send the stored code_verifier, not the value that was sent as code_challenge.',
  specs: [rfc(7636, '4.5')],
  explains: ['pkce-verifier-mismatch', 'token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check({ params, response }, { request }) {
    const challenge = request?.effective('code_challenge');
    const verifier = params.get('code_verifier');
    if (!challenge || verifier !== challenge || response.outcome === 'tokens') return;
    if (request?.effective('code_challenge_method') !== 'S256') return;
    yield {
      at: parameter('code_verifier'),
      observed:
        'code_verifier is the same string as the code_challenge: the challenge was sent again, or was never hashed.',
      expected: 'The string whose SHA-256 is the code_challenge',
    };
  },
});
