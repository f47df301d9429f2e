import { rfc } from '../check.ts';
import { authenticationAdvice } from '../shared/authentication-advice.ts';
import { clientEvidence } from '../shared/client-evidence.ts';
import { handedInEvidence } from '../shared/handed-in-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_client',
  setting: 'client-secret',
  title: 'Client authentication failed',
  owner: 'client',
  why: 'The client is unknown here, its secret is wrong or expired, or it authenticates by another method than its registration says. A secret sent for a public client is refused too.',
  fix: 'Compare client_id, secret and client authentication method with the registration at this server.',
  evidence: (message, flow) => handedInEvidence(message, flow) ?? clientEvidence(message, flow),
  specs: [rfc(6749, '5.2'), rfc(6749, '2.3')],
  aliases: ['auth-method-not-advertised'],
  details: (message) => ({ fix: authenticationAdvice(message) }),
});
