import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { isRegisteredTokenError } from '../../oauth/registry/token-errors.ts';
import { isRefusal, isSuccess } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';
import { overlap } from './moments.ts';

/** Uses of one refresh token of which one worked and others were refused because of it. */
export interface RefreshCollision {
  /** The use that ended the refresh token. */
  readonly winner: TokenRequest;
  /** Whether the others were sent before the client could use the answer to the winner. */
  readonly parallel: boolean;
  /** The refused uses, in time order. */
  readonly losers: readonly TokenRequest[];
}

/**
 * Why the server refused the refresh token of this request, when another use of the same token
 * explains it: one at the same time that worked, or an earlier one whose answer brought a new token
 * (RFC 9700 section 4.14.2).
 */
export function refreshCollision(flow: Flow, message: TokenRequest): RefreshCollision | null {
  const token = refreshTokenOf(message);
  return token === null ? null : (usesOf(flow, token).collisions.get(message) ?? null);
}

/** Whether another request with the refresh token of this one was refused because of it. */
export function hasLosers(flow: Flow, winner: TokenRequest): boolean {
  const token = refreshTokenOf(winner);
  return token !== null && usesOf(flow, token).winners.has(winner);
}

/** Whether an answer brought another refresh token and the client received it. */
function isReplaced({ response, exchange }: TokenRequest, token: string): boolean {
  const next = response.refreshToken;
  return exchange.delivered !== false && next !== null && next !== token;
}

/**
 * The refusal of the token that replaced the reused one, after the reuse: the server ended the whole
 * family. Null when the recording does not show it, or shows that the new token worked.
 */
export function refusedSuccessor(
  flow: Flow,
  { winner, losers }: RefreshCollision,
): TokenRequest | null {
  const next = winner.response.refreshToken;
  const since = losers[0]?.exchange.startedAt ?? 0;
  if (next === null || next === refreshTokenOf(winner)) return null;
  const { answered, refused } = usesOf(flow, next);
  if (answered.length > 0) return null;
  return refused.find(({ exchange }) => exchange.startedAt > since) ?? null;
}

/** An earlier use of the same refresh token whose answer was lost, and with it perhaps a new token. */
export function lostRefresh(flow: Flow, message: TokenRequest): TokenRequest | null {
  const token = refreshTokenOf(message);
  if (token === null || !isTokenRefused(message)) return null;
  const { lost } = usesOf(flow, token);
  return lost && lost.exchange.startedAt <= message.exchange.startedAt ? lost : null;
}

/** The requests with the refresh token of this one in which the server refused it, in time order. */
export function refusedUses(flow: Flow, message: TokenRequest): readonly TokenRequest[] {
  const token = refreshTokenOf(message);
  return token === null ? [] : usesOf(flow, token).refused;
}

/** The token request whose answer brought the refresh token of this one; null when it was not seen. */
export function issueOfRefreshToken(flow: Flow, message: TokenRequest): TokenRequest | null {
  const token = refreshTokenOf(message);
  return token === null ? null : (issuesOf(flow).get(token) ?? null);
}

const issuesOf = memoised(({ tokenRequests }: Flow): ReadonlyMap<string, TokenRequest> => {
  const found = new Map<string, TokenRequest>();
  for (const request of tokenRequests) {
    const token = request.response.refreshToken;
    if (token !== null && !found.has(token)) found.set(token, request);
  }
  return found;
});

interface Uses {
  /** The first one without an answer. */
  readonly lost: TokenRequest | null;
  /** In time order, like all lists here. */
  readonly answered: readonly TokenRequest[];
  readonly refused: readonly TokenRequest[];
  readonly collisions: ReadonlyMap<TokenRequest, RefreshCollision>;
  readonly winners: ReadonlySet<TokenRequest>;
}

interface Sorted {
  lost: TokenRequest | null;
  readonly answered: TokenRequest[];
  readonly refused: TokenRequest[];
}

const NONE: Uses = {
  lost: null,
  answered: [],
  refused: [],
  collisions: new Map(),
  winners: new Set(),
};

function usesOf(flow: Flow, token: string): Uses {
  return allUsesOf(flow).get(token) ?? NONE;
}

const allUsesOf = memoised(readUses);

function readUses({ tokenRequests }: Flow): ReadonlyMap<string, Uses> {
  const found = new Map<string, Sorted>();
  for (const request of tokenRequests) {
    const token = refreshTokenOf(request);
    if (token === null) continue;
    const uses = found.get(token) ?? { lost: null, answered: [], refused: [] };
    found.set(token, uses);
    if (isSuccess(request) && request.response.error === null) uses.answered.push(request);
    else if (isTokenRefused(request)) uses.refused.push(request);
    else if (!request.exchange.response && request.exchange.failure) uses.lost ??= request;
  }
  return new Map(
    [...found].map(([token, uses]) => {
      const collisions = collide(uses, token);
      const winners = new Set([...collisions.values()].map(({ winner }) => winner));
      return [token, { ...uses, collisions, winners }];
    }),
  );
}

function collide({ answered, refused }: Sorted, token: string): Uses['collisions'] {
  const replaced = answered.find((use) => isReplaced(use, token));
  const grouped = new Map<string, RefreshCollision & { losers: TokenRequest[] }>();
  const collisions = new Map<TokenRequest, RefreshCollision>();
  let next = 0;
  for (const loser of refused) {
    const { startedAt } = loser.exchange;
    while ((answered[next]?.exchange.startedAt ?? Number.POSITIVE_INFINITY) <= startedAt) next += 1;
    const beside = [answered[next - 1], answered[next]].find(
      (use) => use && overlap(use.exchange, loser.exchange),
    );
    const before = replaced && replaced.exchange.startedAt <= startedAt ? replaced : undefined;
    const winner = beside ?? before;
    if (!winner) continue;
    const key = `${beside !== undefined} ${winner.exchange.id}`;
    const group = grouped.get(key) ?? { winner, parallel: beside !== undefined, losers: [] };
    grouped.set(key, group);
    group.losers.push(loser);
    collisions.set(loser, group);
  }
  return collisions;
}

function refreshTokenOf({ grant, params }: TokenRequest): string | null {
  return grant === 'refresh_token' ? params.get('refresh_token') || null : null;
}

/** These answers of HTTP servers and gateways say nothing about the token. */
const NOT_THE_TOKEN = new Set([404, 405, 408, 415, 429]);

/** Whether the server refused the refresh token, and not the client or the form of the request. */
function isTokenRefused(message: TokenRequest): boolean {
  const { response, exchange } = message;
  if (response.error === 'invalid_grant') return true;
  if (!isRefusal(message) || response.error === null) return false;
  // An error code of the server's own may mean anything without its status.
  const status = exchange.response?.status ?? 500;
  return status < 500 && !NOT_THE_TOKEN.has(status) && !isRegisteredTokenError(response.error);
}
