import { isError } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { Message } from '../../oauth/message.ts';
import { isProtocolStep } from '../../oauth/registry/token-errors.ts';
import { parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';

/** The form of registered codes (RFC 6749 section 5.2 allows more). */
const CODE = /^[\w.-]{3,60}$/;

/** Messages whose refusal is JSON with `error` (RFC 6749 section 5.2). */
const REFUSABLE: ReadonlySet<Message['kind']> = new Set<Message['kind']>([
  'pushed-authorization-request',
  'device-authorization-request',
  'backchannel-authentication-request',
]);

/**
 * The error code with which a server refused this message; null when it did not refuse, or gave no
 * code.
 */
export function errorOf(message: Message): string | null {
  if (message.kind === 'token-request') return message.response.error;
  if (message.kind === 'backchannel-notification') return message.error;
  if (message.kind === 'authorization-response') return message.params.get('error') ?? null;
  const { exchange, kind } = message;
  const { response } = exchange;
  if (!REFUSABLE.has(kind) || (response?.status !== null && !isError(response))) return null;
  return stringMember(parseJsonObject(responseText(exchange) ?? ''), 'error');
}

/** The last error code that ended something in this flow; null when no server gave one. */
export function lastError({ messages }: Flow): string | null {
  const ended = messages.findLast((message) => {
    const error = errorOf(message);
    return error !== null && CODE.test(error) && !isProtocolStep(error);
  });
  return ended ? errorOf(ended) : null;
}
