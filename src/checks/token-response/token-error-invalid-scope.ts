import { rfc } from '../check.ts';
import { scopeEvidence } from '../shared/scope-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_scope',
  setting: 'scopes',
  title: 'The scope is refused at the token endpoint',
  owner: 'client',
  why: 'A scope is unknown, malformed or more than what was granted.',
  fix: 'Ask only for scopes that exist at this server and that the client may have.',
  evidence: ({ params, response }, flow) =>
    scopeEvidence(params.get('scope'), response.errorDescription, flow),
  specs: [rfc(6749, '5.2')],
});
