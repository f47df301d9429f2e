import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'access_denied',
  title: 'Access was denied',
  severity: 'warning',
  owner: 'user',
  why: 'The user pressed cancel or refused consent, or a rule of the server forbids this user or client. The description usually says which.',
  fix: 'Let the user try again; when the description names a rule, ask the administrator of the server.',
  specs: [rfc(6749, '4.1.2.1')],
});
