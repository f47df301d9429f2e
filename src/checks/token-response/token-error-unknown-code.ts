import { isError } from '../../http/status.ts';
import { isRegisteredTokenError } from '../../oauth/registry/token-errors.ts';
import { cannotTell, defineCheck, member, rfc } from '../check.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

export default defineCheck({
  title: 'Token endpoint returns a non-standard error code',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'No specification defines this code; only the documentation of the server says what it means.',
  fix: 'Look the code up in the documentation of the authorization server.',
  specs: [rfc(6749, '8.5')],
  subject: 'token-request',
  *check(message) {
    const { exchange, response } = message;
    const { error } = response;
    if (error !== null && !isRegisteredTokenError(error)) {
      yield { at: member('error'), observed: tokenErrorSentence(message) };
    }
    const answer = exchange.response;
    if (!answer || !isError(answer) || !('unknown' in answer.body)) return;
    yield cannotTell(
      `The token endpoint answered ${answer.status}; the body, which names the error, was not recorded.`,
    );
  },
});
