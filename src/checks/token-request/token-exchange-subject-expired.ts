import { serverTime } from '../../flow/facts/id-token.ts';
import { isByClient } from '../../flow/facts/moments.ts';
import type { Exchange } from '../../http/exchange.ts';
import { jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import { isRefusal } from '../../oauth/values/token-request-view.ts';
import { span } from '../../words/times.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';

/** Parameters with a token or an assertion that is handed in for another token. */
const HANDED_IN = ['subject_token', 'actor_token', 'assertion'] as const;

export default defineCheck({
  title: 'The token that is handed in for another one has expired',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'subject_token',
  effect: 'request-fails',
  why: 'A server exchanges valid tokens only (RFC 8693 section 2.1, RFC 7523 section 3). The token was kept longer than it lives, for example in a page that was open for hours.',
  fix: 'Get a fresh token right before the exchange: refresh it, or reload the page that brought it.',
  specs: [rfc(8693, '2.1'), rfc(7523, '3'), rfc(7519, '4.1.4')],
  explains: [
    'token-error-invalid-request',
    'token-error-invalid-grant',
    'token-error-token-expired',
    'token-error-expired-token',
    'token-error-unknown-code',
    'token-error-nonstandard-shape',
  ],
  subject: 'token-request',
  *check(message) {
    if (!isRefusal(message)) return;
    for (const name of HANDED_IN) {
      const jwt = jwtOf(message.params.get(name));
      const exp = jwt ? numericClaim(jwt.claims, 'exp') : null;
      if (exp === null) continue;
      const now = timeOf(message.exchange);
      if (now === null) {
        yield cannotTell('Only the clock of another recorder shows when the token was handed in.');
        continue;
      }
      if (now <= exp * 1_000) continue;
      yield {
        at: parameter(name),
        token: name,
        observed: `By its claim exp, ${name} had expired ${span(now - exp * 1_000)} before it was handed in.`,
        expected: 'A token that is still valid',
      };
    }
  },
});

/** The time of the request by the server's clock, else by the client's; null when neither is known. */
function timeOf(exchange: Exchange): number | null {
  const server = serverTime(exchange);
  if (server !== null) return server;
  return isByClient(exchange) ? exchange.startedAt : null;
}
