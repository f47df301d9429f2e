import { idTokenOf } from '../../flow/facts/id-token.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'ID token is not a readable JWT',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'The client cannot check who logged in. The string was cut, encoded again, or is something else.',
  fix: 'Compare the value with what the server sent; look for limits of cookies and URLs on its way.',
  specs: [rfc(7519, '7.2'), rfc(7515, '7.1')],
  subject: ['token-request', 'authorization-response'],
  *check(message) {
    const token = idTokenOf(message);
    if (!token || token.text === '') return;
    const { view, text } = token;
    if (view.kind === 'jwt' || view.kind === 'encrypted') return;
    const parts = text.split('.').length;
    yield {
      at: member('id_token'),
      observed: `id_token has ${parts} part${parts === 1 ? '' : 's'} and ${text.length} characters: ${
        view.kind === 'malformed' ? view.reason : 'it is no JWT'
      }.`,
      expected: 'Three base64url parts joined by dots',
    };
  },
});
