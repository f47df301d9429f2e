import { memoised } from '../../http/memo.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Message } from '../../oauth/message.ts';
import { numericMember, parseJsonObject } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';
import { endOf, leastBetween } from './moments.ts';

/** One poll of a device or a backchannel client, beside the one before it. */
export interface Poll {
  readonly message: TokenRequest;
  /** The last poll with the same code before this one. */
  readonly before: TokenRequest;
  /** The shortest time between the starts of the two, in milliseconds. */
  readonly gap: number;
  /** How long the client had to wait at least, in milliseconds. */
  readonly wait: number;
}

/** RFC 8628 section 3.5, CIBA Core section 7.3: without an interval, and more after slow_down. */
const SECONDS = 5;
const WAITING = new Set(['authorization_pending', 'slow_down']);

/** The polls of a flow that had another poll with the same code before them, in time order. */
export const pollsOf = memoised((flow: Flow): readonly Poll[] => {
  const interval = askedInterval(flow.messages);
  const last = new Map<string, { readonly poll: TokenRequest; readonly wait: number }>();
  const found: Poll[] = [];
  for (const message of flow.tokenRequests) {
    const code = polledWith(message);
    if (code === null) continue;
    const known = last.get(code);
    const wait = known?.wait ?? interval * 1_000;
    if (known) {
      const gap = leastBetween(known.poll.exchange, message.exchange);
      found.push({ message, before: known.poll, gap, wait });
    }
    const slower = message.response.error === 'slow_down' ? SECONDS * 1_000 : 0;
    last.set(code, { poll: message, wait: wait + slower });
  }
  return found;
});

/** Whether the answer to a poll was the last one: tokens or a refusal. */
function isFinal({ response }: TokenRequest): boolean {
  if (response.outcome === 'tokens') return true;
  return response.error !== null && FINAL.has(response.error);
}

const FINAL = new Set(['access_denied', 'expired_token', 'invalid_grant', 'transaction_failed']);

/** Whether the answer to a poll says that the user has not decided yet. */
export function isWaiting({ response }: TokenRequest): boolean {
  return response.error !== null && WAITING.has(response.error);
}

/** Whether a poll was sent after the final answer to its code had come. */
export function isLatePoll(flow: Flow, message: TokenRequest): boolean {
  return latePollsOf(flow).has(message);
}

/** The polls that were sent after the final answer to their code had come, in time order. */
export const latePollsOf = memoised((flow: Flow): ReadonlyMap<TokenRequest, TokenRequest> => {
  const found = new Map<TokenRequest, TokenRequest>();
  for (const { message, before } of pollsOf(flow)) {
    const final = found.get(before) ?? (isFinal(before) ? before : null);
    if (final && message.exchange.startedAt > endOf(final.exchange)) found.set(message, final);
  }
  return found;
});

function polledWith({ grant, params }: TokenRequest): string | null {
  if (grant === 'device_code') return params.get('device_code') || null;
  return grant === 'ciba' ? params.get('auth_req_id') || null : null;
}

/** In seconds. */
function askedInterval(messages: readonly Message[]): number {
  const asked = messages.find(
    ({ kind }) =>
      kind === 'device-authorization-request' || kind === 'backchannel-authentication-request',
  );
  const json = asked ? parseJsonObject(responseText(asked.exchange) ?? '') : null;
  const given = numericMember(json, 'interval');
  return given !== null && given >= 0 ? given : SECONDS;
}
