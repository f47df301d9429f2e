import { oidc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'interaction_required',
  title: 'The token endpoint needs user interaction (interaction_required)',
  owner: 'client',
  why: 'A second factor, a consent or a policy came up after the session had begun. No token request can settle that.',
  fix: 'Start an interactive authorization request, and pass on the claims that the server sent.',
  specs: [oidc('3.1.2.6')],
});
