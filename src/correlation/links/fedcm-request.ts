import { originOfUrl, parseUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { afterEarlierValue, byClosestLogin, byEarlierValue } from '../seeks.ts';
import { bringsIdToken } from './end-session-request.ts';
import { type LinksOf, named } from './links.ts';

const MINUTE = 60_000;

const isRequest = ({ sighting }: Item): boolean => sighting.kind === 'authorization-request';

/** Joins of a login that another site asks for: to the request that the client then sends. */
export const initiatedLoginLinks: LinksOf<'third-party-initiated-login'> = ({
  exchange,
  issuer,
  params,
}) => {
  const { url } = exchange.request;
  const target = redirectTarget(exchange);
  const here = originOfUrl(url);
  const next = (name: string, within: number, accept: Seek['accept']): Seek => ({
    key: name,
    pick: 'next',
    within,
    accept,
  });
  return {
    provides: [named(key.redirected, target), key.page(url)],
    seeks: [
      target ? next(key.page(target), MINUTE, isRequest) : null,
      next(
        key.server(issuer),
        2 * MINUTE,
        ({ sighting }) =>
          sighting.kind === 'authorization-request' &&
          originOfUrl(sighting.effective('redirect_uri') ?? '') === here,
      ),
    ],
    rootable: params.has('target_link_uri'),
  };
};

/** Joins of a session frame: to the login at that server which is closest in time. */
export const sessionIframeLinks: LinksOf<'session-iframe'> = ({ exchange }) => ({
  provides: [],
  seeks: [byClosestLogin(exchange.request.url, exchange)],
  rootable: false,
});

/** Joins of a front-channel logout: to the logout that caused it; it ends the login of that session. */
export const frontchannelLogoutLinks: LinksOf<'frontchannel-logout-request'> = ({
  issuer,
  sessionId,
}) => {
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

/** A host and what it belongs to: the well-known file of FedCM stands at the registrable domain. */
function hostAndAbove(url: string): readonly string[] {
  const labels = parseUrl(url)?.hostname.split('.') ?? [];
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** Joins of a FedCM request: to the assertion that it led to, or at least to its list of accounts. */
export const fedcmLinks: LinksOf<'fedcm-request'> = ({ exchange, step, token }) => {
  const { url } = exchange.request;
  const host = parseUrl(url)?.hostname ?? '';
  const seek = (wanted: string): Seek => ({
    key: key.fedcm(host),
    pick: 'closest',
    within: 10 * MINUTE,
    accept: ({ sighting }) => sighting.kind === 'fedcm-request' && sighting.step === wanted,
  });
  const leads = step === 'assertion' || step === 'accounts';
  return {
    provides: [
      ...(leads ? hostAndAbove(url).map(key.fedcm) : []),
      named(key.token, token),
      key.endpoint(url),
    ],
    seeks: step === 'assertion' ? [] : [seek('assertion'), leads ? null : seek('accounts')],
    rootable: leads,
  };
};
