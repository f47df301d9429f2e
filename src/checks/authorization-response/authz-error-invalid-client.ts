import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'invalid_client',
  title: 'The server does not accept this client',
  severity: 'error',
  owner: 'registration',
  why: 'The client is unknown, disabled or from another tenant, or its request object or attestation does not prove who it is. OAuth has this code for token endpoints; OpenID Federation has it here too.',
  fix: 'Compare client_id and the host, tenant or realm of the server with the registration, and check that the client is enabled.',
  specs: [
    rfc(6749, '5.2'),
    {
      label: 'OpenID Federation 1.0 section 8.9',
      url: 'https://openid.net/specs/openid-federation-1_0.html#section-8.9',
    },
  ],
});
