import { type Visit, visitOf } from '../../correlation/visit.ts';
import { isInScope } from '../../http/cookie-scope.ts';
import type { Exchange } from '../../http/exchange.ts';
import { memoised } from '../../http/memo.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import type { SetCookie } from '../../http/set-cookie.ts';
import type { Flow } from '../flow.ts';
import { loginCookies } from './login-cookies.ts';

/** A response that set or removed a cookie. */
export interface CookieSetting {
  readonly cookie: SetCookie;
  readonly visit: Visit;
  /** Index into the flow's messages; null for a response that is not of the flow. */
  readonly message: number | null;
  /** Null for a response that is not of the flow. */
  readonly exchange: Exchange | null;
  /** When the response was complete, in milliseconds since the epoch. */
  readonly at: number;
}

/** Cookies that browsers may take for one another: a name at a domain (RFC 6265bis section 5.7). */
export function cookieKey({ cookie, visit }: Pick<CookieSetting, 'cookie' | 'visit'>): string {
  return `${cookie.name} ${cookie.domain ?? visit.host}`;
}

/** More cookies than these are not looked at. */
const MAX_COOKIES = 300;

/** All settings of the cookies that matter to a flow, by cookie, each in time order. */
export const cookieSettings = memoised(
  (flow: Flow): ReadonlyMap<string, readonly CookieSetting[]> => {
    const found = new Map<string, CookieSetting[]>();
    const seen = new Set<string>();
    const take = (visit: Visit, message: number | null, exchange: Exchange | null): void => {
      if (seen.has(visit.id)) return;
      seen.add(visit.id);
      for (const cookie of visit.set) {
        const setting = { cookie, visit, message, exchange, at: visit.endedAt };
        const key = cookieKey(setting);
        const known = found.get(key) ?? [];
        if (known.length === 0 && found.size >= MAX_COOKIES) continue;
        found.set(key, known);
        known.push(setting);
      }
    };
    flow.messages.forEach((message, index) => {
      const issuedBy = message.kind === 'authorization-response' ? message.issuedBy : null;
      for (const exchange of [issuedBy, message.exchange]) {
        const visit = exchange && visitOf(exchange);
        if (visit) take(visit, index, exchange);
      }
    });
    for (const visit of earlier(flow)) take(visit, null, null);
    for (const settings of found.values()) settings.sort((a, b) => a.at - b.at);
    return found;
  },
);

/** More responses from before a flow are not looked for. */
const MAX_EARLIER = 100;

/** Responses outside the flow that set a cookie of the login, or one that came with a request. */
function earlier(flow: Flow): readonly Visit[] {
  const { cookies } = flow.recording;
  const ofLogin = flow.responses.flatMap((response) =>
    loginCookies(flow, response).map(({ setBy }) => setBy),
  );
  const visits = new Map(ofLogin.map((visit) => [visit.id, visit]));
  for (const { exchange } of flow.messages) {
    const { startedAt, source, request } = exchange;
    for (const { name } of requestCookies(exchange)) {
      if (visits.size >= MAX_EARLIER) break;
      const visit = cookies.lastSetting(
        name,
        startedAt,
        (one) =>
          one.source === source &&
          one.set.some((set) => set.name === name && isInScope(set, one.url, request.url)),
      );
      if (visit) visits.set(visit.id, visit);
    }
  }
  return [...visits.values()];
}
