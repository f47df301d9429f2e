import { isRefusal, wasUnderstood } from '../../oauth/values/token-request-view.ts';
import { list } from '../../words/numbers.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'grant_type is missing',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The token endpoint serves several grants and learns only from grant_type which one is meant. Without it the request is refused.',
  fix: 'Add grant_type, for example grant_type=authorization_code.',
  specs: [rfc(6749, '4.1.3')],
  explains: ['token-error-invalid-request', 'token-error-unsupported-grant-type'],
  subject: 'token-request',
  *check(message) {
    const { grantType, bodyFormat, params, exchange } = message;
    if (grantType || wasUnderstood(message)) return;
    const { body } = exchange.request;
    if (bodyFormat === 'unknown' || (body && 'text' in body && body.truncated)) {
      yield cannotTell('The body of the token request was not recorded.');
      return;
    }
    // A few servers do not need it, so only a refusal shows a fault.
    if (bodyFormat === 'multipart' || !isRefusal(message)) return;
    const names = params.pairs.map(({ name }) => name).slice(0, 12);
    yield {
      at: parameter('grant_type'),
      observed:
        names.length === 0
          ? 'The token request has no parameters that could be read.'
          : `The token request has only ${list(names)}.`,
      expected: 'grant_type=authorization_code, or the grant in use',
    };
  },
});
