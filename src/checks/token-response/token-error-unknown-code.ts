import { isError } from '../../http/status.ts';
import { isRegisteredTokenError } from '../../oauth/registry/token-errors.ts';
import { cannotTell, defineCheck, rfc } from '../check.ts';
import { refusalReport } from '../shared/token-error-check.ts';

export default defineCheck({
  title: 'The token endpoint answers with an error code of its own',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The code is not registered for token endpoints. The documentation of the server says what it means.',
  fix: 'Look the code up in the documentation of the authorization server.',
  specs: [rfc(6749, '8.5')],
  subject: 'token-request',
  *check(message, flow) {
    const { exchange, response } = message;
    const { error } = response;
    if (error !== null && !isRegisteredTokenError(error)) yield refusalReport(message, flow, {});
    const answer = exchange.response;
    if (!answer || !isError(answer) || !('unknown' in answer.body)) return;
    yield cannotTell(
      `The token endpoint answered ${answer.status}; the body, which names the error, was not recorded.`,
    );
  },
});
