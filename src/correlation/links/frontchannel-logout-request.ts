import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { afterEarlierValue, byEarlierValue } from '../seeks.ts';
import { bringsIdToken } from '../sessions.ts';

const MINUTE = 60_000;

/** Joins a front-channel logout to the logout that caused it. It ends the login of that session. */
const links: LinksOf<'frontchannel-logout-request'> = ({ issuer, sessionId }) => {
  const session = key.session(issuer, sessionId);
  const ofKind =
    (kind: Item['sighting']['kind']) =>
    ({ sighting }: Item): boolean =>
      sighting.kind === kind;
  const near = (seek: Seek): Seek => ({ ...seek, within: 2 * MINUTE });
  return {
    provides: [session],
    seeks: [
      near(byEarlierValue(session, ofKind('end-session-request'))),
      near(byEarlierValue(key.server(issuer), ofKind('end-session-request'))),
      near(byEarlierValue(session, ofKind('frontchannel-logout-request'))),
    ],
    parentSeeks: [afterEarlierValue(session, bringsIdToken)],
    rootable: true,
  };
};

export default links;
