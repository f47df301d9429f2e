import { headerValue } from '../../http/headers.ts';
import { memoised } from '../../http/memo.ts';
import { isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { kindOf, kindsThat } from '../../oauth/message-kinds.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';
import { endOf } from './moments.ts';
import { errorOf } from './reported-error.ts';

/** What became of one message in its attempt. Numbers are indexes into the flow's messages. */
export interface Step {
  /** Whether the response brought what the request was for. */
  readonly attained: boolean;
  /** The later message that reached the purpose of this one; null when none did. */
  readonly recoveredBy: number | null;
  /**
   * The callback inside of which a server sent this request; null for requests of a browser. The
   * answer to the callback follows from what happened inside.
   */
  readonly inside: number | null;
}

const LEADS_TO_TOKENS = kindsThat(({ leadsToTokens }) => leadsToTokens === true);

/** What became of each message of a flow. */
export const storyOf = memoised(({ messages }: Flow): readonly Step[] => {
  const inside = callbacksAround(messages);
  const later = new Map<string, number>();
  let tokens: Issue | null = null;
  let response: number | null = null;
  const steps: Step[] = [];
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (!message) continue;
    const { attained, purpose } = aimOf(message);
    const again = later.get(purpose) ?? null;
    const onward = LEADS_TO_TOKENS.has(message.kind) ? goalOf(message, tokens, response) : null;
    const recoveredBy = attained ? null : (again ?? onward);
    steps.push({ attained, recoveredBy, inside: inside[index] ?? null });
    if (!attained) continue;
    later.set(purpose, index);
    if (isIssue(message)) tokens = { index, message };
    if (message.kind === 'authorization-response') response = index;
  }
  return steps.reverse();
});

/** What a message is for, and whether it got that. */
const aimOf = memoised((message: Message) => ({
  attained: isAttained(message),
  purpose: purposeOf(message),
}));

/** A message that shows that tokens were issued. */
interface Issue {
  readonly index: number;
  readonly message: Message;
}

/** The later message that shows that the login went on without this one. */
function goalOf(message: Message, tokens: Issue | null, response: number | null): number | null {
  if (message.kind === 'token-request' && message.grant === 'refresh_token') return null;
  if (message.kind === 'authorization-response' || message.kind === 'landing') {
    // Only a page shows by its own token request that it did take the response.
    const byPage =
      tokens?.message.kind === 'code-handover' ||
      (tokens?.message.kind === 'token-request' && isFromPage(tokens.message));
    return byPage ? tokens.index : null;
  }
  return tokens?.index ?? (message.kind === 'token-request' ? null : response);
}

/** Whether the message shows that tokens of a login were issued, to the page or its back end. */
function isIssue(message: Message): boolean {
  if (message.kind === 'code-handover') return true;
  return message.kind === 'token-request' && message.grant !== 'refresh_token';
}

function isAttained(message: Message): boolean {
  const attained = kindOf(message).isAttained?.(message);
  if (attained !== undefined) return attained;
  const { response, failure, delivered } = message.exchange;
  if (delivered === false || failure !== null || response === null) return false;
  if (isError(response) || errorOf(message) !== null) return false;
  // Without its status, only a challenge shows that a request was refused.
  return response.status !== null || headerValue(response.headers, 'www-authenticate') === null;
}

/** What a message is for. Messages with the same purpose make up for each other. */
function purposeOf(message: Message): string {
  return kindOf(message).purposeOf?.(message) ?? requestLine(message);
}

/** For each message that a server sent while it handled a callback, the index of that callback. */
function callbacksAround(messages: readonly Message[]): readonly (number | null)[] {
  let callback: { readonly index: number; readonly end: number } | null = null;
  return messages.map((message, index) => {
    const { exchange } = message;
    if (message.kind === 'authorization-response' && message.delivered) {
      callback = { index, end: endOf(exchange) };
      return null;
    }
    const byServer = message.kind === 'token-request' && !isFromPage(message);
    return callback && byServer && exchange.startedAt <= callback.end ? callback.index : null;
  });
}

/** The method and the URL without its query. */
export function requestLine({ exchange: { request } }: Message): string {
  return `${request.method} ${withoutQuery(request.url)}`;
}
