import { originOfUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { EndSessionRequest } from '../../oauth/kinds/end-session-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import type { Jwt } from '../../oauth/values/jwt.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { afterEarlierValue, byEarlierValue, byForm } from '../seeks.ts';
import { byFound, ofKind } from '../seeks-back-channel.ts';
import { type LinksOf, named, pageKeys } from './links.ts';

/**
 * The session and the person that a token of the server is about, strongest first: `sid` with `iss`,
 * `sub` with `iss` (OpenID Connect Back-Channel Logout section 2.4). Both say nothing without `iss`.
 */
export function sessionKeys(token: Jwt | null | undefined): readonly string[] {
  const claims = token?.claims ?? null;
  const iss = stringMember(claims, 'iss');
  if (iss === null) return [];
  const sid = stringMember(claims, 'sid');
  const sub = stringMember(claims, 'sub');
  return [
    ...(sid === null ? [] : [key.session(iss, sid)]),
    ...(sub === null ? [] : [key.subject(iss, sub)]),
  ];
}

/** A logout stands for itself; its pages seek it, and what the server then tells others. */
export const endSessionLinks: LinksOf<'end-session-request'> = (request, self) => {
  const { exchange, idTokenHint, returnTo } = request;
  return {
    provides: [
      named(key.loggedOut, returnTo),
      named(key.redirected, redirectTarget(exchange)),
      ...pageKeys(exchange),
      key.server(exchange.request.url),
      ...sessionKeys(idTokenHint),
    ],
    seeks: exchange.request.method === 'POST' ? [byConfirmation(request, self)] : [],
    parentSeeks: [
      idTokenHint ? afterEarlierValue(key.token(idTokenHint.compact), bringsIdToken) : null,
      ...sessionKeys(idTokenHint).map((name) => afterEarlierValue(name, bringsIdToken)),
    ],
    rootable: true,
  };
};

/** A server that asks first may have its form repeat the request (OpenID Connect RP-Initiated Logout 2). */
function byConfirmation({ exchange, returnTo }: EndSessionRequest, self: () => Item): Seek {
  const { url } = exchange.request;
  return {
    ...byForm(url, self),
    accept: (asked) =>
      asked.sighting.kind === 'end-session-request' &&
      asked.sighting.returnTo === returnTo &&
      originOfUrl(asked.exchange.request.url) === originOfUrl(url),
  };
}

/** Joins of a back-channel logout: to the logout that caused it; it ends the login of that session. */
export const backchannelLogoutLinks: LinksOf<'backchannel-logout-request'> = (request) => {
  const keys = sessionKeys(request.logoutToken);
  const asked = ofKind('end-session-request');
  const told = ofKind('backchannel-logout-request');
  return {
    provides: [key.endpoint(request.exchange.request.url), ...keys],
    seeks: [
      ...keys.map((name) => byFound(name, asked)),
      ...keys.map((name) => ({ ...byEarlierValue(name, told), within: 120_000 })),
    ],
    parentSeeks: keys.map((name) => afterEarlierValue(name, bringsIdToken)),
    rootable: true,
  };
};

/** Whether an ID token came with this message, or may have. */
export function bringsIdToken({ sighting: { kind } }: Item): boolean {
  return kind === 'token-request' || kind === 'response-issued' || kind === 'response-delivered';
}
