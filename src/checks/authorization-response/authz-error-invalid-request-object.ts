import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'invalid_request_object',
  title: 'The request object is not accepted',
  severity: 'error',
  owner: 'client',
  why: 'The JWT in request is expired, has the wrong audience or algorithm, or its signature does not match the registered key.',
  fix: 'Compare alg, kid, aud and exp of the request object with the registration of the client.',
  specs: [rfc(9101, '7')],
});
