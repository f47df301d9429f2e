import { originOf } from '../../http/cors-request.ts';
import { nearMiss } from '../../http/near-miss.ts';
import { isLoopbackHost, originOfUrl, parseUrl } from '../../http/url.ts';
import { urlDifferences } from '../../http/url-difference.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { Message } from '../../oauth/message.ts';
import { jsonList } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';

/** What shows which redirect URI was meant. */
export type RedirectWitness =
  /** The client's registration, or its metadata document, in this recording. */
  | { readonly by: 'registration'; readonly expected: string; readonly all: readonly string[] }
  /** Another login of the same client worked. `apart`: milliseconds; negative when it was earlier. */
  | {
      readonly by: 'success';
      readonly expected: string;
      readonly apart: number;
      readonly request: AuthorizationRequest;
    }
  /** The page at this origin started the login, and the URI has another scheme or host. */
  | { readonly by: 'page'; readonly expected: string };

/** More URIs than any client registers. */
const MAX_REGISTERED = 200;

/** The best witness against the redirect URI that was sent; null when there is none. */
export function redirectWitness(flow: Flow, sent: string): RedirectWitness | null {
  return byRegistration(flow, sent) ?? bySuccess(flow, sent) ?? byPage(flow, sent);
}

function byRegistration({ messages, client }: Flow, sent: string): RedirectWitness | null {
  const all = messages.flatMap((message) => registered(message, client)).slice(0, MAX_REGISTERED);
  const [first] = all;
  if (first === undefined) return null;
  const closest = all.reduce((best, one) =>
    apartness(sent, one) < apartness(sent, best) ? one : best,
  );
  return { by: 'registration', expected: closest, all };
}

function registered(message: Message, client: string | null): readonly string[] {
  const { exchange } = message;
  if (message.kind === 'client-metadata-request')
    return message.clientId === client ? jsonList(message.metadata.redirect_uris) : [];
  if (message.kind !== 'registration-request' || message.clientId !== client) return [];
  if (!exchange.response) return [];
  const sent = message.params.get('redirect_uris');
  return sent === undefined ? [] : jsonList(parsed(sent));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** How far two URIs are apart, to find the one that was meant. */
function apartness(sent: string, other: string): number {
  if (sent === other) return 0;
  return nearMiss(sent, other) === null ? 1 + urlDifferences(sent, other).length : 1;
}

function bySuccess(flow: Flow, sent: string): RedirectWitness | null {
  const success = flow.recording.otherSuccess(flow, 'login');
  const expected = success?.request?.effective('redirect_uri');
  if (!success?.request || !expected || expected === sent) return null;
  const { request, startedAt } = success;
  return { by: 'success', expected, apart: startedAt - flow.startedAt, request };
}

function byPage(flow: Flow, sent: string): RedirectWitness | null {
  const origin = startingOrigin(flow);
  return origin !== null && isOtherPlace(origin, sent) ? { by: 'page', expected: origin } : null;
}

/**
 * The origin of the page that started the login: of the page whose redirect led to the request, else
 * of the page that the request names. Null when it was not recorded, or is the server's own.
 */
export function startingOrigin({ request, recording }: Flow): string | null {
  if (request === null) return null;
  const { exchange } = request;
  const redirecting = recording.redirectedTo(exchange.request.url, exchange.startedAt);
  const origin = redirecting ? originOfUrl(redirecting.request.url) : originOf(exchange);
  return origin === originOfUrl(request.endpoint) ? null : origin;
}

/**
 * Whether a redirect URI leads away from its page: the same host with another scheme, the loopback
 * interface or away from it, or there under another name. Any other host, and another port, may be
 * meant: a back end of the application.
 */
function isOtherPlace(origin: string, sent: string): boolean {
  const page = parseUrl(origin);
  const target = parseUrl(sent);
  if (!page || !target || !/^https?:$/.test(target.protocol)) return false;
  if (page.hostname === target.hostname) return page.protocol !== target.protocol;
  return isLoopbackHost(page.hostname) || isLoopbackHost(target.hostname);
}
