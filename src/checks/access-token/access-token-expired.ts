import { serverTime } from '../../flow/facts/id-token.ts';
import { isByClient, leastBetween } from '../../flow/facts/moments.ts';
import { type Expiry, expiryOf, succeededLater } from '../../flow/facts/token-use.ts';
import type { Exchange } from '../../http/exchange.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { moment, span } from '../../words/times.ts';
import { cannotTell, defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'Access token had expired when it was used',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The API has to refuse an expired token. The client should have got a new one before the call.',
  fix: 'Refresh shortly before the token expires, and once more when an API answers 401.',
  specs: [rfc(6750, '3.1'), rfc(7519, '4.1.4')],
  explains: ['api-401-invalid-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange, token } = message;
    if (token === null || refusedWith(exchange) !== 401) return;
    const expiry = expiryOf(flow, token);
    if (!expiry) return;
    const { least, overdue } = overdueBy(expiry, exchange);
    if (overdue < 0) return;
    if (least < 0) {
      yield cannotTell('Only the clock of another recorder shows when the token was used.');
      return;
    }
    yield {
      at: header('Authorization'),
      observed: `By ${expiry.by} the token expired at ${moment(expiry.at)}, ${span(overdue)} before this call.`,
      expected: 'A token that is still valid',
      ...(succeededLater(flow, message) ? { severity: 'info' } : {}),
    };
  },
});

/**
 * How long before the call the token had expired: by the recorded times, and at least for certain.
 */
function overdueBy(expiry: Expiry, call: Exchange): { overdue: number; least: number } {
  const overdue = call.startedAt - expiry.at;
  if (expiry.by === 'expires_in') {
    const uncertain = call.startedAt - expiry.since.startedAt - leastBetween(expiry.since, call);
    return { overdue, least: overdue - uncertain };
  }
  const server = serverTime(call);
  if (server !== null) return { overdue: server - expiry.at, least: server - expiry.at };
  return { overdue, least: isByClient(call) ? overdue : Number.NEGATIVE_INFINITY };
}
