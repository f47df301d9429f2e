import { serverTime } from '../../flow/facts/id-token.ts';
import { endOf, isByClient, leastBetween } from '../../flow/facts/moments.ts';
import { isRenewed } from '../../flow/facts/renewal.ts';
import {
  type Expiry,
  expiryOf,
  succeededLater,
  type TokenUse,
} from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { span } from '../../words/times.ts';
import { cannotTell, defineCheck, header, type Observation, rfc } from '../check.ts';

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
    const { also, ...more } = reaction(message, flow);
    yield {
      at: header('Authorization'),
      observed: `By ${expiry.by} the token expired ${span(overdue)} before this call.${also}`,
      expected: 'A token that is still valid',
      ...more,
    };
  },
});

/** What the client did about it. That decides how bad it is, and what is left to do. */
function reaction(call: TokenUse, flow: Flow): Partial<Observation> & { also: string } {
  if (succeededLater(flow, call) || isRenewed(flow, call)) return { severity: 'info', also: '' };
  const { startedAt } = call.exchange;
  const newest = flow.tokenRequests.findLast(
    ({ exchange, response }) => response.accessToken !== null && endOf(exchange) <= startedAt,
  );
  if (!newest) return { also: '' };
  if (newest.response.accessToken !== call.token) {
    return {
      also: ` A newer one had been issued ${span(startedAt - endOf(newest.exchange))} before it.`,
      fix: 'Replace the stored access token by the one of the latest token response, and send that.',
    };
  }
  if (newest.grant === 'client_credentials') {
    return { also: '', fix: 'Request a new token shortly before the old one expires.' };
  }
  if (newest.response.refreshToken === null) {
    return {
      also: ' The client has no refresh token.',
      fix: 'Start a new login when an API answers 401, or have the server issue a refresh token to renew with.',
    };
  }
  const tried = flow.tokenRequests.some(
    ({ grant, exchange }) => grant === 'refresh_token' && exchange.startedAt >= startedAt,
  );
  return tried
    ? { also: '' }
    : {
        also: ' The client has a refresh token.',
        fix: 'Redeem the refresh token shortly before the access token expires and when an API answers 401, then repeat the call.',
      };
}

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
