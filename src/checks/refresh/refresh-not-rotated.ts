import { headerValue } from '../../http/headers.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'The refresh token of a public client is not replaced',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Whoever copies the refresh token of a page can use it until it expires. Rotation makes such a copy show, and DPoP makes it useless.',
  fix: 'Turn on the rotation of refresh tokens for this client, or bind them by DPoP.',
  specs: [rfc(9700, '2.2.2'), rfc(9700, '4.14.2')],
  subject: 'token-request',
  *check(message, { tokenRequests }) {
    const { grant, params, response, exchange } = message;
    if (grant !== 'refresh_token' || response.outcome !== 'tokens') return;
    if (!isFromPage(message) || clientAuthentication(message).kind !== 'none') return;
    if (headerValue(exchange.request.headers, 'dpop') !== null) return;
    if (response.json === null || exchange.delivered === false) return;
    const { refreshToken } = response;
    if (refreshToken !== null && refreshToken !== params.get('refresh_token')) return;
    const first = tokenRequests.find((one) => one.grant === 'refresh_token');
    if (first !== message) return;
    yield {
      at: member('refresh_token'),
      observed:
        refreshToken === null
          ? 'The answer to the refresh has no new refresh token.'
          : 'The answer to the refresh has the same refresh token again.',
      expected: 'A new refresh token',
    };
  },
});
