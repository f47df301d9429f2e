import type { Message } from '../../oauth/message.ts';
import { kindOf } from '../../oauth/message-kinds.ts';
import { isProtocolStep } from '../../oauth/registry/token-errors.ts';
import type { Flow } from '../flow.ts';

/** The form of registered codes (RFC 6749 section 5.2 allows more). */
const CODE = /^[\w.-]{3,60}$/;

/** The error code with which a message was refused; null when it was not, or without a code. */
export function errorOf(message: Message): string | null {
  return kindOf(message).errorOf?.(message) ?? null;
}

/** The last error code that ended something in this flow; null when no server gave one. */
export function lastError({ messages }: Flow): string | null {
  const ended = messages.findLast((message) => {
    const error = errorOf(message);
    return error !== null && CODE.test(error) && !isProtocolStep(error);
  });
  return ended ? errorOf(ended) : null;
}
