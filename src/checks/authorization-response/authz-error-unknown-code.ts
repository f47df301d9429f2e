import { isRegisteredAuthorizationError } from '../../oauth/registry/authorization-errors.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { authorizationErrorSentence, reportsFirst } from '../shared/authorization-error-check.ts';
import { explained } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'The server answered with an error code of its own',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The code is not registered for authorization responses. The description and the manual of the server say what it means.',
  fix: 'Read error_description, and look the code up in the manual of the server.',
  specs: [rfc(6749, '8.5')],
  explains: ['redirect-landing-failed'],
  subject: 'authorization-response',
  *check(message, flow) {
    const error = message.params.get('error');
    if (!error || isRegisteredAuthorizationError(error) || !reportsFirst(message, flow)) return;
    yield explained(
      { at: parameter('error'), observed: authorizationErrorSentence(message) },
      message,
      flow,
    );
  },
});
