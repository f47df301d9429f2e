import { isError, statusWords } from '../../http/status.ts';
import { wasUnderstood } from '../../oauth/values/token-request-view.ts';
import { list } from '../../words/numbers.ts';
import { BODY, cannotTell, defineCheck, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token request sends JSON instead of a form',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The token endpoint reads application/x-www-form-urlencoded parameters. To most servers a JSON body looks like a request without any parameter.',
  fix: 'Send `new URLSearchParams({ … })` as the body instead of `JSON.stringify({ … })`.',
  specs: [rfc(6749, '4.1.3'), rfc(6749, 'appendix B')],
  explains: [
    'grant-type-missing',
    'token-request-content-type',
    'token-error-invalid-request',
    'token-error-unsupported-grant-type',
    'token-error-invalid-client',
    'code-missing-in-token-request',
    'token-error-nonstandard-shape',
  ],
  subject: 'token-request',
  *check(message) {
    const { bodyFormat, params, response, exchange } = message;
    if (bodyFormat !== 'json' || wasUnderstood(message)) return;
    if (!exchange.response || (response.outcome === 'unknown' && !isError(exchange.response))) {
      yield cannotTell(
        'The body is JSON; the answer, which shows whether this server reads it, was not seen.',
      );
      return;
    }
    yield {
      at: BODY,
      observed: `The body is a JSON object with ${list(params.pairs.map(({ name }) => name).slice(0, 12))}; the server answered ${statusWords(exchange.response)}.`,
      expected: 'application/x-www-form-urlencoded',
    };
  },
});
