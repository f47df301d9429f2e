import type { Flow } from '../../flow/flow.ts';
import type { Exchange, Failure, FailureReason } from '../../http/exchange.ts';
import { isError } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { Message, MessageKind } from '../../oauth/message.ts';
import { MESSAGE_KINDS } from '../../oauth/message-kinds.ts';
import type { Observation } from '../check.ts';
import { TARGET_URL } from '../check.ts';

/** Every kind of message: each is a request that can fail on its way. */
export const REQUESTS: readonly MessageKind[] = MESSAGE_KINDS.map(({ kind }) => kind);

/** The failure of the message's own request, when it got no answer for one of these reasons. */
export function failureFor(
  message: Message,
  reasons: readonly FailureReason[],
): { readonly failure: Failure; readonly exchange: Exchange } | null {
  // A response that was only issued shares its exchange with the request that it answers.
  if (message.kind === 'authorization-response' && !message.delivered) return null;
  const { exchange } = message;
  const { failure } = exchange;
  if (!failure || exchange.response || !reasons.includes(failure.reason)) return null;
  return { failure, exchange };
}

/**
 * Whether a later request of that kind to the same place was answered. If so, the fault has passed.
 */
export function answeredLater({ kind, exchange }: Message, { messages }: Flow): boolean {
  const endpoint = withoutQuery(exchange.request.url);
  return messages.some(
    (other) =>
      other.kind === kind &&
      other.exchange.startedAt > exchange.startedAt &&
      other.exchange.response !== null &&
      !isError(other.exchange.response) &&
      withoutQuery(other.exchange.request.url) === endpoint,
  );
}

/** Reports what was tried, and the browser's name for the failure. */
export function failureReport(
  { failure, exchange }: { readonly failure: Failure; readonly exchange: Exchange },
  what: string,
): Observation {
  const { method, url } = exchange.request;
  const text = failure.text ? ` (${failure.text.slice(0, 120)})` : '';
  return { at: TARGET_URL, observed: `${method} ${withoutQuery(url)} ${what}${text}.` };
}

/** Host and port as a user types them. */
export function serverOf(exchange: Exchange): string {
  const origin = originOfUrl(exchange.request.url) ?? exchange.request.url;
  return origin.replace(/^https?:\/\//, '');
}
