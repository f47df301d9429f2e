import { meaningOfTokenError } from '../../oauth/registry/token-errors.ts';
import { defineCheck, rfc } from '../check.ts';
import { DENIED } from '../shared/denied-refusals.ts';
import { refusalReport } from '../shared/token-error-check.ts';

export default defineCheck({
  title: 'The token endpoint refuses the request with a code of an extension',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The code is registered for an extension of OAuth, which defines what it means.',
  fix: 'Change what the code names in the request, or start the attempt again.',
  specs: [
    rfc(6749, '8.5'),
    {
      label: 'IANA OAuth Extensions Error registry',
      url: 'https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#extensions-error',
    },
  ],
  subject: 'token-request',
  *check(message, flow) {
    const { error } = message.response;
    const means = error === null ? null : meaningOfTokenError(error);
    if (means === null) return;
    const denied = error === 'request_denied';
    yield {
      ...refusalReport(message, flow, denied ? { byGrant: DENIED } : {}),
      title: `The server says that ${means} (${error})`,
    };
  },
});
