import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'unmet_authentication_requirements',
  title: 'The demanded level of authentication was not reached',
  severity: 'warning',
  owner: 'user',
  why: 'acr_values or claims ask for a method that this user could not offer.',
  fix: 'Let the user enrol the method, or ask for a level that they can reach.',
  specs: [
    {
      label: 'OpenID Connect Unmet Authentication Requirements 1.0',
      url: 'https://openid.net/specs/openid-connect-unmet-authentication-requirements-1_0.html',
    },
  ],
});
