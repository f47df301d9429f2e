import { memoised } from '../../http/memo.ts';
import { isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Message } from '../../oauth/message.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import type { Flow } from '../flow.ts';
import { expiryOf, isAccepted, type TokenUse } from './token-use.ts';

/** How long a client may take to renew a token after an API refused it. */
const SOON = 60_000;

/** The refresh by which the client answered the refusal of its access token; null without one. */
function refreshAfter(flow: Flow, call: TokenUse): TokenRequest | null {
  if (call.token === null || refusedWith(call.exchange) !== 401) return null;
  const { refreshes } = callsOf(flow);
  const { startedAt } = call.exchange;
  const next = refreshes[firstFrom(refreshes, startedAt)];
  return next && next.exchange.startedAt <= startedAt + SOON ? next : null;
}

/**
 * The same when an API then accepted the new token. So the refusal was a step; what may be missing is
 * the repetition of the call.
 */
export function renewalAfter(flow: Flow, call: TokenUse): TokenRequest | null {
  const refresh = refreshAfter(flow, call);
  const token = refresh?.response.accessToken;
  return refresh && token && callsOf(flow).accepted.has(token) ? refresh : null;
}

/**
 * Whether the refusal of a token was a step: the client got a new token, and what was wrong with the
 * old one is known to be over.
 */
export function isRenewed(flow: Flow, call: TokenUse): boolean {
  if (call.token === null || refreshAfter(flow, call) === null) return false;
  const expiry = expiryOf(flow, call.token);
  const expired = expiry !== null && expiry.at <= call.exchange.startedAt;
  return expired || renewalAfter(flow, call) !== null;
}

/** Whether the same call was sent again, whatever came of it. */
export function isRepeated(flow: Flow, call: TokenUse): boolean {
  return (callsOf(flow).last.get(callKey(call)) ?? 0) > call.exchange.startedAt;
}

/**
 * Calls that an API refused with 401 shortly before this refresh and that were never sent again, in
 * time order.
 */
export function strandedCalls(flow: Flow, { exchange }: TokenRequest): readonly TokenUse[] {
  const { messages } = flow;
  const stranded: TokenUse[] = [];
  for (let index = firstFrom(messages, exchange.startedAt - SOON); ; index += 1) {
    const call = messages[index];
    if (!call || call.exchange.startedAt > exchange.startedAt) return stranded;
    if (call.kind !== 'api-call' && call.kind !== 'userinfo-request') continue;
    if (refusedWith(call.exchange) === 401 && !isRepeated(flow, call)) stranded.push(call);
  }
}

/**
 * The first call that an API refused with 401 although its token was new: issued by this answer, not
 * expired, and never accepted before or after. Null when there is none.
 */
export function refusedNewToken(flow: Flow, { response }: TokenRequest): TokenUse | null {
  const { accessToken } = response;
  if (accessToken === null || callsOf(flow).accepted.has(accessToken)) return null;
  const call = callsOf(flow).refused.get(accessToken);
  const end = expiryOf(flow, accessToken)?.at ?? Number.POSITIVE_INFINITY;
  return call && call.exchange.startedAt < end ? call : null;
}

interface Calls {
  /** Refreshes that brought an access token, or whose answer is unknown, in time order. */
  readonly refreshes: readonly TokenRequest[];
  /** Access tokens that an API accepted. */
  readonly accepted: ReadonlySet<string>;
  /** The first call that was refused with 401, by its token. */
  readonly refused: ReadonlyMap<string, TokenUse>;
  /** When each call was sent for the last time, by method and endpoint. */
  readonly last: ReadonlyMap<string, number>;
}

const callsOf = memoised(({ messages, tokenRequests }: Flow): Calls => {
  const last = new Map<string, number>();
  const accepted = new Set<string>();
  const refused = new Map<string, TokenUse>();
  for (const message of messages) {
    if (message.kind !== 'api-call' && message.kind !== 'userinfo-request') continue;
    last.set(callKey(message), message.exchange.startedAt);
    const { token, exchange } = message;
    if (token === null) continue;
    if (isAccepted(exchange)) accepted.add(token);
    else if (refusedWith(exchange) === 401 && !refused.has(token)) refused.set(token, message);
  }
  const refreshes = tokenRequests.filter(
    ({ grant, response, exchange }) =>
      grant === 'refresh_token' &&
      (response.accessToken !== null ||
        (response.outcome === 'unknown' && !isError(exchange.response))),
  );
  return { refreshes, accepted, refused, last };
});

function callKey({ exchange: { request } }: Message): string {
  return `${request.method} ${withoutQuery(request.url)}`;
}

/** Index of the first message that was sent at this moment or later. */
function firstFrom(messages: readonly Message[], moment: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.exchange.startedAt ?? moment) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
