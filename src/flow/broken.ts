import type { Message } from '../oauth/message.ts';

/** Whether a message ended in an error, or in nothing. */
export function isBroken({ exchange }: Message): boolean {
  if (exchange.delivered === false) return true;
  if (exchange.response) return exchange.response.status >= 400;
  return exchange.failure !== null && exchange.failure.reason !== 'aborted';
}
