import { hostOf } from '../http/url.ts';
import type { Message } from '../oauth/message.ts';
import { kindOf } from '../oauth/message-kinds.ts';
import type { Grant } from '../oauth/values/grants.ts';
import { GRANTS } from './grant-words.ts';

interface Attempt {
  readonly grant: Grant;
  readonly messages: readonly Message[];
}

/**
 * The title of an attempt that asks for no token, such as “Discovery at as.example.com”. Null for
 * all others: client and server name them.
 */
export function attemptTitle({ grant, messages }: Attempt): string | null {
  const { at } = GRANTS[grant];
  if (at === undefined) return null;
  const last = messages.findLast((message) => kindOf(message).grant?.is === grant);
  const url = (last ?? messages[0])?.exchange.request.url;
  return url === undefined ? null : `${at} ${hostOf(url)}`;
}
