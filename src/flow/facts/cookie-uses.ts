import { browserOf } from '../../http/browser-name.ts';
import { cookieRefusal } from '../../http/cookie-loss.ts';
import { isInScope, isRemoval } from '../../http/cookie-scope.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Cookie, requestCookies } from '../../http/request-cookies.ts';
import type { Message } from '../../oauth/message.ts';
import { kindOf } from '../../oauth/message-kinds.ts';
import type { LossOfCookie } from '../../words/cookie-losses.ts';
import type { Flow } from '../flow.ts';
import { lossOf, showsCookies } from './cookie-fate.ts';
import type { CookieSetting } from './cookie-settings.ts';

/** What became of a cookie at one request. `unseen`: the recorder does not show its cookies. */
export interface CookieUse {
  /** Index into the flow's messages. */
  readonly message: number;
  readonly is: 'sent' | 'missing' | 'unseen';
  /** Why it is missing; null when it is not. */
  readonly loss: LossOfCookie | null;
}

/** The request of a message, as the browser sent it. */
export interface Sent {
  readonly message: number;
  readonly exchange: Exchange;
  /** The page that led to it, when its headers may not say so. */
  readonly from: string | null;
  /** Whether the browser sends every cookie in scope: a page and not the call of a script. */
  readonly isPage: boolean;
  /** Its cookies. */
  readonly cookies: readonly Cookie[];
}

/** More requests than these are not looked at. */
const MAX_REQUESTS = 1_000;

/** The requests of a flow, each exchange once. */
export function requestsOf({ messages }: Flow): readonly Sent[] {
  const seen = new Set<string>();
  return messages.flatMap((message, index): readonly Sent[] => {
    if (seen.size >= MAX_REQUESTS) return [];
    if (seen.has(message.exchange.id) || message.exchange.onDemand) return [];
    seen.add(message.exchange.id);
    return [
      {
        message: index,
        exchange: message.exchange,
        from: cameFrom(message),
        isPage: isPage(message),
        cookies: requestCookies(message.exchange),
      },
    ];
  });
}

function cameFrom(message: Message): string | null {
  return message.kind === 'authorization-response' ? (message.issuedBy?.request.url ?? null) : null;
}

/** A script sends cookies only if it asks for that (Fetch standard, credentials mode). */
function isPage(message: Message): boolean {
  const { destination } = message.exchange;
  if (destination === 'document' || destination === 'iframe') return true;
  return destination === 'unknown' && kindOf(message).sentBy === 'navigation';
}

/**
 * Whether a request came with the value of a response that was still under way: a browser follows a
 * redirect before it has noted the end of the response.
 */
function isJustSet(
  { cookie, visit }: CookieSetting,
  values: readonly string[],
  { startedAt }: Exchange,
): boolean {
  return visit.startedAt <= startedAt && values.includes(cookie.value);
}

/** What became of a cookie at the requests after it was set, as far as it is meant for them. */
export function usesOf(
  settings: readonly CookieSetting[],
  requests: readonly Sent[],
  flow: Flow,
): readonly CookieUse[] {
  const name = settings[0]?.cookie.name ?? '';
  return requests.flatMap((request): readonly CookieUse[] => {
    const { message, exchange, from, cookies } = request;
    const values = cookies.filter((cookie) => cookie.name === name).map(({ value }) => value);
    const came = values.length > 0;
    if (!came && !request.isPage) return [];
    const last =
      settings.findLast(({ at }) => at <= exchange.startedAt) ??
      settings.find((setting) => isJustSet(setting, values, exchange));
    if (!last || exchange.source !== last.visit.source) return [];
    const { cookie, visit } = last;
    if (!isInScope(cookie, visit.url, exchange.request.url)) return [];
    if (came) return [{ message, is: 'sent', loss: null }];
    if (isRemoval(cookie, visit.endedAt)) return [];
    if (!showsCookies(exchange, flow)) return [{ message, is: 'unseen', loss: null }];
    const fate = lossOf({ cookie, setBy: visit }, exchange, from, flow);
    return [{ message, is: 'missing', loss: fate?.loss ?? 'unknown' }];
  });
}

/** Why the browser does not store a cookie; null when it does. */
export function refusalOf({ cookie, visit, exchange }: CookieSetting): LossOfCookie | null {
  return cookieRefusal(cookie, visit.url, exchange ? browserOf(exchange) : null);
}
