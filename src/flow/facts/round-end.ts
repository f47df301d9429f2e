import { isError } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import type { Flow } from '../flow.ts';
import { isAccepted } from './token-use.ts';

/** How soon after a step of a login the next one follows without a user, in milliseconds. */
export const AT_ONCE = 3_000;

/** How a login ended that was followed by another. */
export type RoundEnd =
  /** The server returned an error instead of a code. */
  | 'error'
  /** The token endpoint refused the code. */
  | 'refused'
  /** The callback of the application failed. */
  | 'callback'
  /** An API refused the new token. */
  | 'api'
  /** An API took the new token, so the login was not in vain. */
  | 'held'
  /** The page got tokens. */
  | 'tokens'
  /** The application got a code, and its server redeems it out of sight. */
  | 'code';

/** How and when a login ended. */
export interface RoundEnding {
  readonly end: RoundEnd;
  /** The error code or the status, when there is one. */
  readonly value: string | null;
  /** When the response of the server reached the client. Milliseconds since the epoch, like `last`. */
  readonly answeredAt: number;
  /** The last step that followed without a pause. */
  readonly last: number;
}

/** How a login ended, as far as its steps followed each other at once; null without a response. */
export function endingOf(flow: Flow): RoundEnding | null {
  const response = flow.responses.at(-1);
  if (!response) return null;
  const answeredAt = response.exchange.startedAt;
  const after = burstAfter(flow.messages, flow.messages.indexOf(response));
  const last = after.at(-1)?.exchange.startedAt ?? answeredAt;
  const ends = (end: RoundEnd, value: string | null = null): RoundEnding => ({
    end,
    value,
    answeredAt,
    last,
  });
  const error = response.params.get('error');
  if (error) return ends('error', error);
  const token = after.findLast((message) => message.kind === 'token-request');
  const call = after.findLast((message) => message.kind === 'api-call');
  if (call?.kind === 'api-call' && call.token !== null) {
    if (isAccepted(call.exchange)) return ends('held');
    const refused = refusedWith(call.exchange);
    if (refused !== null) return ends('api', String(refused));
  }
  if (token?.kind === 'token-request' && token.response.error !== null) {
    return ends('refused', token.response.error);
  }
  if (token?.kind === 'token-request' && token.response.outcome === 'tokens') return ends('tokens');
  const page = [response, ...after].find(
    ({ kind, exchange }) =>
      (kind === 'authorization-response' || kind === 'landing') && isError(exchange.response),
  );
  if (page) return ends('callback', String(page.exchange.response?.status ?? ''));
  return ends(
    response.params.has('access_token') || response.params.has('id_token') ? 'tokens' : 'code',
  );
}

/** The messages that follow this one without a pause. */
function burstAfter(messages: readonly Message[], index: number): readonly Message[] {
  let end = index;
  for (;;) {
    const [current, next] = [messages[end], messages[end + 1]];
    if (!current || !next || next.exchange.startedAt - current.exchange.startedAt > AT_ONCE) break;
    end += 1;
  }
  return messages.slice(index + 1, end + 1);
}
