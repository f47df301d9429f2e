import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token request has no code',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'grant_type=authorization_code exchanges a code, and none was sent. Most often the callback read it from the wrong place: query instead of fragment, or the reverse.',
  fix: 'Read code from the authorization response and send it as it is.',
  specs: [rfc(6749, '4.1.3')],
  explains: ['token-error-invalid-request', 'token-error-invalid-grant'],
  subject: 'token-request',
  *check({ grantType, bodyFormat, params, exchange, response }) {
    if (bodyFormat === 'unknown') {
      if (
        grantType === null &&
        response.outcome !== 'tokens' &&
        exchange.request.method === 'POST'
      ) {
        yield cannotTell('The body of the token request was not recorded.');
      }
      return;
    }
    if (grantType !== 'authorization_code' || response.outcome === 'tokens') return;
    const code = params.get('code');
    if (code && !/^(?:undefined|null|NaN|\[object .*)$/.test(code)) return;
    yield {
      at: parameter('code'),
      observed:
        code === undefined
          ? 'The token request has grant_type=authorization_code and no code.'
          : `The token request has code=${quote(code)}.`,
      expected: 'The code of the authorization response',
    };
  },
});
