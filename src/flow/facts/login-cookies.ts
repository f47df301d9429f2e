import { BEFORE_LOGIN } from '../../correlation/cookie-ledger.ts';
import type { Visit } from '../../correlation/visit.ts';
import { decodeBase64url } from '../../http/base64.ts';
import { isRemoval } from '../../http/cookie-scope.ts';
import { headerValue } from '../../http/headers.ts';
import { percentDecoded } from '../../http/percent.ts';
import type { SetCookie } from '../../http/set-cookie.ts';
import { originOfUrl, parseUrl } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import type { Flow } from '../flow.ts';
import { isOfAnotherLogin, startOf } from './login-start.ts';

/** A cookie in which the application keeps what it needs when the response comes. */
export interface LoginCookie {
  readonly cookie: SetCookie;
  readonly setBy: Visit;
  /** How clearly it belongs to the login: 3 by its value, 2 by its name, 1 as a session. */
  readonly rank: number;
}

/** Before the request, in milliseconds, for a login that a script began. */
const BY_SCRIPT = 60_000;
const SHORTEST_VALUE = 8;

/**
 * The cookies that the application set for a login, the most telling first. Where the redirect to
 * the authorization server set one, an earlier page set its own for something else, such as another
 * login.
 */
export function loginCookies(flow: Flow, response: AuthorizationResponse): readonly LoginCookie[] {
  const { source } = response.exchange;
  const values = ownValues(flow);
  const redirects = startOf(flow).filter(
    (visit) => visit.source === source && !isOfServer(visit, flow, response),
  );
  const isClear = redirects.some(({ set, endedAt }) =>
    set.some((cookie) => rankOf(cookie, values) > 1 && !isRemoval(cookie, endedAt)),
  );
  const pages = byPage(flow, response, values).filter((visit) => visit.source === source);
  const found = new Map<string, LoginCookie>();
  for (const setBy of [...pages, ...redirects.toReversed()]) {
    for (const cookie of setBy.set) {
      const rank = rankOf(cookie, values);
      if (isClear && rank < 3 && !redirects.includes(setBy)) continue;
      if (rank === 0 || isRemoval(cookie, setBy.endedAt)) found.delete(cookie.name);
      else found.set(cookie.name, { cookie, setBy, rank });
    }
  }
  return [...found.values()].sort((a, b) => b.rank - a.rank);
}

/**
 * Whether the authorization server answered. When an attempt follows the one before it by redirects,
 * the end of that one stands before the start of this one.
 */
function isOfServer(
  { url }: Visit,
  { authorizationServer }: Flow,
  { exchange }: AuthorizationResponse,
): boolean {
  if (authorizationServer === null || isSameOrigin(exchange.request.url, authorizationServer))
    return false;
  return isSameOrigin(url, authorizationServer);
}

function ownValues({ request }: Flow): readonly string[] {
  return ['state', 'nonce'].flatMap((name) => {
    const value = request?.effective(name);
    return value && value.length >= SHORTEST_VALUE ? [value] : [];
  });
}

/**
 * Responses at the application, before a page of it went to the authorization server: the page
 * itself, responses that keep a value of the request, and responses to scripts whose cookies are
 * named after a login.
 */
function byPage(
  { request, recording }: Flow,
  { exchange }: AuthorizationResponse,
  values: readonly string[],
): readonly Visit[] {
  if (!request) return [];
  const { startedAt, request: sent, initiator } = request.exchange;
  const page = initiator ?? headerValue(sent.headers, 'referer') ?? '';
  const hosts = new Set([exchange.request.url, page].map((url) => parseUrl(url)?.hostname ?? ''));
  const visits = [...hosts].flatMap((host) => {
    const all = recording.cookies
      .setAt(host, startedAt - BEFORE_LOGIN, startedAt)
      .filter((visit) => visit.id !== request.exchange.id && !isOfAnotherLogin(visit, { request }));
    const last = all.findLast((visit) => visit.document && isSameOrigin(visit.url, page));
    return all.filter((visit) => visit === last || isOfRequest(visit, startedAt, values));
  });
  return visits.sort((a, b) => a.startedAt - b.startedAt);
}

function isSameOrigin(one: string, other: string): boolean {
  return originOfUrl(one) === originOfUrl(other);
}

function isOfRequest(visit: Visit, startedAt: number, values: readonly string[]): boolean {
  const { set, document, endedAt } = visit;
  if (set.some((cookie) => rankOf(cookie, values) === 3)) return true;
  const soon = !document && startedAt - endedAt < BY_SCRIPT;
  return soon && set.some(({ name }) => cookiePurpose(name) === 'login');
}

function rankOf({ name, value }: SetCookie, values: readonly string[]): number {
  const purpose = cookiePurpose(name);
  if (purpose === 'other') return 0;
  const texts = [name, ...readings(value)];
  if (values.some((own) => texts.some((text) => text.includes(own)))) return 3;
  if (purpose === 'login') return 2;
  return purpose === 'session' ? 1 : 0;
}

/** A value as it is, percent-decoded, and the readable text in it when it is base64url. */
function readings(value: string): readonly string[] {
  const parts = value.split(/[.|:]/).filter((part) => part.length >= SHORTEST_VALUE);
  return [
    value,
    percentDecoded(value),
    ...parts.slice(0, 4).map((part) => decodeBase64url(part) ?? ''),
  ];
}
