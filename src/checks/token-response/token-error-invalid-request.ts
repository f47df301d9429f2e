import { rfc } from '../check.ts';
import { missingParameters } from '../shared/missing-parameters.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_request',
  title: 'The server says the token request is malformed',
  owner: 'client',
  why: 'A parameter is missing, doubled or unreadable to the server. A JSON body and a wrong Content-Type are the usual reasons.',
  fix: 'Send the parameters of the grant in a form body, each once.',
  specs: [rfc(6749, '5.2'), rfc(8693, '2.2.2')],
  byGrant: 'invalidRequest',
  details: missingParameters,
});
