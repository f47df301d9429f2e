import { originOf } from '../../http/cors-request.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { parseUrl } from '../../http/url.ts';
import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { defineCheck, oidc, parameter } from '../check.ts';

export default defineCheck({
  title: 'Silent renewal in an iframe finds no session although the user is signed in',
  severity: 'warning',
  owner: 'browser',
  basis: 'heuristic',
  effect: 'request-fails',
  why: 'Browsers do not send the cookie of the authorization server from an iframe of another site. The server then sees no session and answers login_required.',
  fix: 'Renew with a refresh token, let your own server renew, or host the authorization server on the same site.',
  specs: [oidc('3.1.2.6')],
  explains: ['authz-error-login-required'],
  subject: 'authorization-response',
  *check({ params }, { request }) {
    if (params.get('error') !== 'login_required' || !request) return;
    const { exchange } = request;
    const hint = jwtOf(request.effective('id_token_hint'));
    const client = request.effective('client_id');
    // Without the token of an earlier login, the client only asks, and login_required is the
    // answer.
    if (!hint || (client && !audiences(hint.claims).includes(client))) return;
    if (request.effective('prompt') !== 'none' || exchange.destination !== 'iframe') return;
    if (!exchange.request.headersComplete || headerValue(exchange.request.headers, 'cookie'))
      return;
    if (!isCrossSite(exchange)) return;
    yield {
      at: parameter('error'),
      observed:
        'The iframe with prompt=none was loaded from another site and without any cookie; it carried an id_token_hint of an earlier login, and the answer was login_required.',
      expected: 'The session cookie of the authorization server',
    };
  },
});

/**
 * Whether the browser says that the request is cross-site. Otherwise, hosts count as different
 * sites when their last two labels differ.
 */
function isCrossSite(exchange: Exchange): boolean {
  const said = headerValue(exchange.request.headers, 'sec-fetch-site');
  if (said !== null) return said === 'cross-site';
  const page = parseUrl(originOf(exchange) ?? '')?.hostname;
  const server = parseUrl(exchange.request.url)?.hostname;
  const site = (host: string): string => host.split('.').slice(-2).join('.');
  return page !== undefined && server !== undefined && site(page) !== site(server);
}
