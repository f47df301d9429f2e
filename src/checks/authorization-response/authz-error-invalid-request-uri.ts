import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'invalid_request_uri',
  title: 'The request_uri is not accepted',
  severity: 'error',
  owner: 'client',
  why: 'A pushed request is valid for about a minute and works once. Any other URI could not be fetched, or holds something else.',
  fix: 'Push the request again and redirect immediately.',
  specs: [rfc(9101, '7'), rfc(9126, '4')],
});
