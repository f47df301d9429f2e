import { rfc } from '../check.ts';
import { targetEvidence } from '../shared/target-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_target',
  title: 'The server refuses the resource that the token is for (invalid_target)',
  owner: 'client',
  why: 'The resource or audience is missing, malformed or unknown to the server, does not go with the scopes, or this client may not have tokens for it.',
  fix: 'Send the identifier of the resource as it is registered at the server, and only scopes of that resource.',
  evidence: ({ params, response }, { request }) =>
    targetEvidence(
      params.get,
      /scope/i.test(response.errorDescription ?? '') ? request?.effective('scope') : undefined,
    ),
  specs: [rfc(8707, '2')],
});
