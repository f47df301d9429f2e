import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'account_selection_required',
  title: 'The user has to choose between several sessions',
  severity: 'warning',
  silent: 'info',
  owner: 'client',
  why: 'Several accounts are signed in at the server, and a silent request cannot ask which one is meant.',
  fix: 'Repeat the request with prompt=select_account, or send login_hint.',
  specs: [oidc('3.1.2.6')],
});
