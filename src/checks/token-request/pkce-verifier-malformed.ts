import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'code_verifier has a wrong length or wrong characters',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A verifier has 43 to 128 characters: letters, digits and - . _ ~. Servers refuse anything else; plain base64 with + / = is the usual slip.',
  fix: 'Make the verifier of 32 random bytes in base64url.',
  specs: [rfc(7636, '4.1')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check({ params, response }) {
    const verifier = params.get('code_verifier');
    if (!verifier) return;
    const foreign = [...new Set(verifier.replace(/[A-Za-z0-9\-._~]+/g, ''))];
    const length = verifier.length;
    if (foreign.length === 0 && length >= 43 && length <= 128) return;
    const refused = response.error === 'invalid_grant' || response.error === 'invalid_request';
    const characters = foreign.length > 0 ? ` and contains ${foreign.slice(0, 8).join(' ')}` : '';
    yield {
      at: parameter('code_verifier'),
      observed: `code_verifier has ${length} character${length === 1 ? '' : 's'}${characters}.`,
      expected: '43 to 128 characters of A-Z a-z 0-9 - . _ ~',
      severity: refused ? 'error' : 'warning',
    };
  },
});
