import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { afterEarlierValue, byEarlierValue } from '../seeks.ts';
import { byFound, ofKind } from '../seeks-back-channel.ts';
import { bringsIdToken, sessionKeys } from '../sessions.ts';

/** Joins a back-channel logout to the logout that caused it. It ends the login of that session. */
const links: LinksOf<'backchannel-logout-request'> = (request) => {
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

export default links;
