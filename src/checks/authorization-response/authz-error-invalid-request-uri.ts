import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'invalid_request_uri',
  title: 'The request_uri is not accepted',
  severity: 'error',
  owner: 'client',
  why: 'A pushed request lives for a minute or so and works once. Else the URI could not be fetched, or holds something else.',
  fix: 'Push the request anew and redirect at once.',
  specs: [rfc(9101, '7'), rfc(9126, '4')],
});
