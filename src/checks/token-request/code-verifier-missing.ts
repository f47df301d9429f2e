import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'code_verifier is missing',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The authorization request sent a code_challenge, so the server requires the verifier. The client lost it: another tab or origin, cleared storage, a reload.',
  fix: 'Keep the verifier under its state, in storage of the origin that handles the callback, and send it with the code.',
  specs: [rfc(7636, '4.5')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check({ grant, params, response, bodyFormat }, { request }) {
    if (!request?.effective('code_challenge') || params.get('code_verifier')) return;
    if (grant !== 'authorization_code' || bodyFormat === 'unknown') return;
    const observed =
      'The authorization request had a code_challenge, the token request has no code_verifier.';
    const at = parameter('code_verifier');
    yield response.outcome === 'tokens'
      ? {
          at,
          observed: `${observed} The server issued tokens all the same.`,
          severity: 'warning',
          owner: 'authorization server',
          fix: 'Make the server refuse a code without the verifier that belongs to its challenge.',
        }
      : { at, observed, expected: 'The code_verifier behind the code_challenge' };
  },
});
