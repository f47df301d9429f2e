import { originOfUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { EndSessionRequest } from '../../oauth/kinds/end-session-request.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type LinksOf, named, pageKeys } from '../links.ts';
import { afterEarlierValue, byForm } from '../seeks.ts';
import { bringsIdToken, sessionKeys } from '../sessions.ts';

/**
 * A logout starts its own attempt. Its pages seek it, and so do the logouts that the server then
 * sends to others.
 */
const links: LinksOf<'end-session-request'> = (request, self) => {
  const { exchange, idTokenHint, returnTo } = request;
  return {
    provides: [
      named(key.loggedOut, returnTo),
      named(key.redirected, redirectTarget(exchange)),
      ...pageKeys(exchange),
      key.server(exchange.request.url),
      key.logout(exchange.request.url),
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

/**
 * A server that asks the user first may have its form repeat the request (OpenID Connect
 * RP-Initiated Logout 2).
 */
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

export default links;
