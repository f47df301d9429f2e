import { isProtocolStep } from '../../oauth/registry/token-errors.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'Token endpoint returns an error with status 200',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A client that looks only at the status takes the answer for a success and fails later, without the reason.',
  fix: 'Look for "error" in the body before using it; the server should answer 400.',
  specs: [rfc(6749, '5.2')],
  explains: ['token-response-missing-access-token'],
  subject: 'token-request',
  *check(message) {
    const { response, exchange } = message;
    if (!isSuccess(message) || response.error === null || isProtocolStep(response.error)) return;
    yield {
      at: STATUS,
      observed: `The answer has status ${exchange.response?.status ?? 200} and error ${quote(response.error)}.`,
      expected: '400 or 401',
    };
  },
});
