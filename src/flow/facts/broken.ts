import { isError } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';
import { errorOf } from './reported-error.ts';

/** Whether a message ended in an error, or without an answer. */
export function isBroken(message: Message): boolean {
  const { exchange } = message;
  if (exchange.delivered === false) return true;
  const { response } = exchange;
  if (response) return response.status === null ? errorOf(message) !== null : isError(response);
  return exchange.failure !== null && exchange.failure.reason !== 'aborted';
}
