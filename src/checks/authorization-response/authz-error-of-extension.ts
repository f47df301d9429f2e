import { meaningOfAuthorizationError } from '../../oauth/registry/authorization-errors.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { authorizationErrorSentence, reportsFirst } from '../shared/authorization-error-check.ts';
import { explained } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'The server refuses the request with a code of an extension',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The code is registered for an extension of OAuth, which defines what it means.',
  fix: 'Change what the code names in the request.',
  specs: [
    rfc(6749, '8.5'),
    {
      label: 'IANA OAuth Extensions Error registry',
      url: 'https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#extensions-error',
    },
  ],
  explains: ['redirect-landing-failed'],
  subject: 'authorization-response',
  *check(message, flow) {
    const error = message.params.get('error') ?? '';
    const means = meaningOfAuthorizationError(error);
    if (means === null || !reportsFirst(message, flow)) return;
    const report = {
      at: parameter('error'),
      observed: authorizationErrorSentence(message),
      title: `The server says that ${means} (${error})`,
    };
    yield explained(report, message, flow);
  },
});
