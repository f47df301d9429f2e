import { oidc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: [
    'interaction_required',
    'login_required',
    'consent_required',
    'account_selection_required',
    'session_selection_required',
  ],
  title: 'The token endpoint requires user interaction (interaction_required and the like)',
  owner: 'client',
  why: 'A login, a second factor, a consent or a policy came up after the session had begun. No token request can settle that.',
  fix: 'Start an interactive authorization request, and pass on the claims that the server sent.',
  specs: [oidc('3.1.2.6')],
  details: ({ response }) => ({
    title: `The token endpoint requires user interaction (${response.error})`,
  }),
});
