import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'login_required',
  title: 'The user is not logged in at the server',
  severity: 'warning',
  silent: 'info',
  owner: 'client',
  why: "prompt=none forbids a login page, and the server sees no session: the user is logged out, or the browser keeps the server's cookies out of the frame.",
  fix: 'Start an interactive login; if the user has just signed in, let the server and the application share one site, or use refresh tokens.',
  specs: [oidc('3.1.2.6')],
});
