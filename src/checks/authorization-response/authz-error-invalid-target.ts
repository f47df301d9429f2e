import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';
import { targetEvidence } from '../shared/target-evidence.ts';

export default authorizationErrorCheck({
  code: 'invalid_target',
  title: 'The server does not know the requested resource',
  severity: 'error',
  owner: 'client',
  why: 'No API of this server has the identifier in resource, or this client may not use it.',
  fix: 'Send the identifier of the API exactly as the server has it.',
  evidence: (_, { request }) => (request ? targetEvidence(request.effective) : null),
  specs: [rfc(8707, '2')],
});
