import { carriedBy } from '../../../src/conclusion/flow-values.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { memoised } from '../../../src/http/memo.ts';
import type { Message } from '../../../src/oauth/message.ts';
import { secretsOf } from './masking.ts';

/** The exchanges that a message consists of. */
export function exchangesOf(message: Message): readonly Exchange[] {
  const issuedBy = message.kind === 'authorization-response' ? message.issuedBy : null;
  return [message.exchange, message.preflight, issuedBy].filter((one) => one !== null);
}

/** All secret values of some messages, to hide them in texts. */
export const secretsOfMessages = memoised((messages: readonly Message[]): readonly string[] => {
  const found = new Set(messages.flatMap(exchangesOf).flatMap(secretsOf));
  for (const { value } of messages.flatMap(carriedBy)) if (value.length >= 6) found.add(value);
  return [...found];
});
