import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'consent_required',
  title: 'The server has no consent for a silent request',
  severity: 'warning',
  silent: 'info',
  owner: 'client',
  why: 'prompt=none was used, but the user has not consented to every scope that is asked for.',
  fix: 'Send one interactive request with prompt=consent, and keep the list of scopes stable.',
  specs: [oidc('3.1.2.6')],
});
