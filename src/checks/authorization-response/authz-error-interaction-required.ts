import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'interaction_required',
  title: 'Silent sign-in needs user interaction (interaction_required)',
  severity: 'warning',
  silent: 'info',
  owner: 'client',
  why: 'A second factor, a new password, terms of use or a step-up is due, and the request did not allow a page.',
  fix: 'Repeat the request without prompt=none.',
  specs: [oidc('3.1.2.6')],
});
