import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';
import { scopeEvidence } from '../shared/scope-evidence.ts';

export default authorizationErrorCheck({
  code: 'invalid_scope',
  setting: 'scopes',
  title: 'A scope is unknown or not allowed for this client',
  severity: 'error',
  owner: 'client',
  why: 'At least one scope is misspelled, does not exist at this server, or is not enabled for this client.',
  fix: 'Take scopes out one by one until the request passes, or enable the missing one for the client.',
  evidence: ({ params }, flow) =>
    scopeEvidence(flow.request?.effective('scope'), params.get('error_description') ?? null, flow),
  specs: [rfc(6749, '4.1.2.1')],
});
