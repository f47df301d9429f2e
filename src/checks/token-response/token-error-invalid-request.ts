import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_request',
  title: 'The server says the token request is malformed',
  owner: 'client',
  why: 'A parameter is missing, doubled or unreadable to the server. A JSON body, a wrong Content-Type and a missing code_verifier are the usual reasons.',
  fix: 'Send a form body with grant_type, code, redirect_uri, client_id and code_verifier, each once.',
  specs: [rfc(6749, '5.2')],
});
