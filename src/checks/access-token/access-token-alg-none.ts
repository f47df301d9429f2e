import { jwtOf } from '../../oauth/values/jwt.ts';
import { defineCheck, member, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'Access token is not signed',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  token: 'access_token',
  why: 'With alg "none" anybody can write such a token. An API that reads it without asking the server lets everyone in.',
  fix: 'Sign access tokens with RS256 or ES256, and have the APIs refuse alg "none".',
  specs: [rfc(9068, '2.1'), rfc(8725, '3.2')],
  subject: ['token-request', 'authorization-response'],
  *check(message) {
    const isTokenRequest = message.kind === 'token-request';
    const token = isTokenRequest
      ? message.response.accessToken
      : message.params.get('access_token');
    const alg = jwtOf(token)?.header.alg;
    if (typeof alg !== 'string' || alg.toLowerCase() !== 'none') return;
    yield {
      at: isTokenRequest ? member('access_token') : parameter('access_token'),
      observed: `The header of the access token has alg "${alg}".`,
      expected: 'RS256, ES256 or another signature',
    };
  },
});
