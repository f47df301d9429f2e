import type { Flow } from '../flow/flow.ts';
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import type { MessageOf } from '../oauth/message.ts';
import type { BentCalls } from './page-plan.ts';

/** Calls of the application's page, and the origin of that page. */
export interface AppCalls {
  readonly origin: string;
  readonly calls: BentCalls;
}

/** The reason in place of the calls. */
interface NoCalls {
  readonly grey: string;
}

const WORKER = 'A worker sends it, and a script in the page does not reach workers.';

/** The page that a script sent a request from; null when no script of a page did. */
function pageOrigin({ request, initiator, destination }: Exchange): string | null {
  if (destination === 'document' || destination === 'iframe') return null;
  const origin = headerValue(request.headers, 'origin') ?? headerValue(request.headers, 'referer');
  const found = origin === null ? null : originOfUrl(origin);
  return found ?? (initiator === null ? null : originOfUrl(initiator));
}

/** What a service worker only answers is sent by the page, which the script reaches. */
const isOfWorker = ({ sentFrom, destination }: Exchange): boolean =>
  sentFrom === 'worker' || destination === 'worker';

function callsOf(exchange: Exchange, parameter: string | null): AppCalls | NoCalls {
  if (isOfWorker(exchange)) return { grey: WORKER };
  const origin = pageOrigin(exchange);
  if (origin === null) return { grey: 'No page of the application sends it; a server may do so.' };
  const { method, url } = exchange.request;
  return { origin, calls: { method, url: withoutQuery(url), parameter } };
}

/** The refreshes of the application. */
export function refreshes({ tokenRequests }: Flow): AppCalls | NoCalls {
  const refresh = tokenRequests.findLast(({ grant }) => grant === 'refresh_token');
  if (refresh) return callsOf(refresh.exchange, 'refresh_token');
  const issued = tokenRequests.findLast(({ response }) => response.refreshToken !== null);
  if (issued) return callsOf(issued.exchange, 'refresh_token');
  return { grey: 'The recording shows no refresh token of this login.' };
}

/** The calls of the token endpoint. */
export function tokenCalls({ tokenRequests }: Flow): AppCalls | NoCalls {
  const last = tokenRequests.at(-1);
  if (!last) return { grey: 'The recording shows no token request of this login.' };
  return callsOf(last.exchange, 'grant_type');
}

/** The fetches of the server's metadata, or of its keys when the recording has no metadata. */
export function documentCalls({ messages, metadata }: Flow): AppCalls | NoCalls {
  const keys = messages.findLast(({ kind }) => kind === 'jwks-request');
  const found = metadata ?? keys;
  if (!found) return { grey: 'The recording shows no metadata and no keys that the page fetched.' };
  return callsOf(found.exchange, null);
}

const isUse = (
  message: Flow['messages'][number],
): message is MessageOf<'api-call'> | MessageOf<'userinfo-request'> =>
  (message.kind === 'api-call' || message.kind === 'userinfo-request') && message.token !== null;

/** The calls of the API, or of UserInfo when the login called no other. */
export function apiCalls({ messages }: Flow): AppCalls | NoCalls {
  const uses = messages.filter(isUse);
  const last = uses.findLast(({ kind }) => kind === 'api-call') ?? uses.at(-1);
  if (!last) return { grey: 'The recording shows no call with an access token of this login.' };
  if (headerValue(last.exchange.request.headers, 'authorization') === null)
    return { grey: 'The call does not carry its token in the Authorization header field.' };
  return callsOf(last.exchange, null);
}

/** The scheme with which the application sends its token to the API (RFC 6750, RFC 9449). */
export function apiScheme({ messages }: Flow): string {
  const last =
    messages.findLast(({ kind }) => kind === 'api-call') ?? messages.filter(isUse).at(-1);
  const value = last && headerValue(last.exchange.request.headers, 'authorization');
  return /^[A-Za-z]{1,20}(?= )/.exec(value ?? '')?.[0] ?? 'Bearer';
}

/** The origin of the pages of the application; null when the recording shows none. */
export function appOrigin({ request, tokenRequests, messages }: Flow): string | null {
  for (const { exchange } of [...tokenRequests, ...messages.filter(isUse)]) {
    const origin = pageOrigin(exchange);
    if (origin !== null) return origin;
  }
  const redirectUri = request?.effective('redirect_uri');
  return redirectUri === undefined ? null : originOfUrl(redirectUri);
}
