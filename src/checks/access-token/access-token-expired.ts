import { serverTime } from '../../flow/facts/id-token.ts';
import { endOf, isByClient, leastBetween } from '../../flow/facts/moments.ts';
import { isRenewed } from '../../flow/facts/renewal.ts';
import { clockAhead } from '../../flow/facts/server-clock.ts';
import { saidFault, wordsAboutToken } from '../../flow/facts/token-refusal.ts';
import {
  type Expiry,
  expiryOf,
  isOAuthToken,
  issuedBy,
  succeededLater,
  type TokenUse,
} from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { span } from '../../words/times.ts';
import { cannotTell, defineCheck, header, type Observation, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';

export default defineCheck({
  title: 'Access token had expired when it was used',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'access_token',
  effect: 'request-fails',
  why: 'The API has to refuse an expired token. The client should have got a new one before the call.',
  fix: 'Refresh shortly before the token expires, and once more when an API answers 401.',
  specs: [rfc(6750, '3.1'), rfc(7519, '4.1.4')],
  explains: ['api-401-invalid-token', 'api-403-other', 'userinfo-failed'],
  aliases: ['refresh-missing', 'api-403-should-be-401'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange, token } = message;
    const status = refusedWith(exchange);
    if (token === null || status === null) return;
    if (status === 403 && !isAboutTime(exchange)) return;
    const expiry = expiryOf(flow, token);
    const over = expiry && overdueBy(expiry, exchange);
    if (!over || over.overdue < 0) {
      if (saidFault(exchange) === 'expired') yield* byWords(message, flow, expiry);
      return;
    }
    if (over.least < 0) {
      yield cannotTell('Only the clock of another recorder shows when the token was used.');
      return;
    }
    const { also, ...more } = reaction(message, flow);
    const wrong = status === 403 ? ' The API answered 403, and clients refresh after a 401.' : '';
    yield {
      at: header('Authorization'),
      observed: `By ${expiry.by} the token expired ${span(over.overdue)} before this call.${wrong}${also}`,
      expected: 'A token that is still valid',
      ...more,
      ...fastClock(message, flow, expiry),
    };
  },
});

/** A bare 403 may be about anything; one that names the token, or nothing, may be about its end. */
function isAboutTime(exchange: Exchange): boolean {
  if (bearerChallenge(exchange)?.error === 'insufficient_scope') return false;
  const words = wordsAboutToken(exchange);
  return words === null || saidFault(exchange) === 'expired' || BARE.test(words);
}

const BARE =
  /^\W*(?:forbidden|access (?:is )?denied|un(?:authorized|authenticated)|invalid token)\W*$/i;

/** The API says so, although the recording does not show it. */
function* byWords(call: TokenUse, flow: Flow, expiry: Expiry | null): Iterable<Observation> {
  if (!isOAuthToken(flow, call)) return;
  const { also, ...more } = reaction(call, flow);
  const left = expiry ? expiry.at - call.exchange.startedAt : 0;
  const early = left > 0 ? ` By ${expiry?.by} it is valid for another ${span(left)}.` : '';
  yield {
    at: header('Authorization'),
    observed: `${apiAnswer(call.exchange)}${early || also}`,
    basis: 'reported',
    ...more,
    ...(early === ''
      ? {}
      : {
          owner: 'resource server',
          fix: 'Compare the clock of the API with that of the authorization server, and look whether the API goes by a session that ends before the token.',
        }),
  };
}

/** The clock of the API is what makes the token old: by the server that issued it, it is valid. */
function fastClock(call: TokenUse, flow: Flow, expiry: Expiry): Partial<Observation> {
  const issue = call.token === null ? null : issuedBy(flow, call.token);
  const ahead = issue ? clockAhead(call.exchange, issue.exchange) : null;
  const time = serverTime(call.exchange);
  if (ahead === null || time === null || ahead <= 0 || time - ahead >= expiry.at) return {};
  return {
    title: 'The clock of the API is ahead, so a valid token counts as expired',
    observed: `By the clock of the API the token expired ${span(time - expiry.at)} before this call. That clock is ${span(ahead)} ahead of the clock of the authorization server, by which the token is valid for another ${span(expiry.at - time + ahead)}.`,
    owner: 'resource server',
    fix: 'Set the clock of the API by NTP.',
  };
}

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
