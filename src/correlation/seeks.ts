import { originOf } from '../http/cors-request.ts';
import type { Exchange } from '../http/exchange.ts';
import { originOfUrl } from '../http/url.ts';
import type { Item, ParentSeek, Seek } from './item.ts';
import { key } from './keys.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FOREVER = Number.POSITIVE_INFINITY;
/**
 * How far ahead a seek looks. Without a limit, each new item would search a long recording to its
 * end.
 */
const AHEAD = 60 * MINUTE;

const anything = (): boolean => true;

/**
 * Whether two items are in the same kind of frame. A silent renewal never joins the page's login.
 */
function sameFrame(a: Item, b: Item): boolean {
  const [one, other] = [a.exchange.destination, b.exchange.destination];
  // A picture, a style or a script brings no page.
  if ((one === 'other') !== (other === 'other')) return false;
  return (one === 'iframe') === (other === 'iframe');
}

/** Joins by a value that only one attempt knows. */
export function byValue(name: string, accept: Seek['accept'] = anything): Seek {
  return { key: name, pick: 'nearest', within: FOREVER, ahead: AHEAD, accept };
}

/** Joins to the newest earlier provider of a value. */
export function byEarlierValue(name: string, accept: Seek['accept'] = anything): Seek {
  return { key: name, pick: 'newest-before', within: FOREVER, accept };
}

/** The attempt that this one continues: the newest earlier provider of a value belongs to it. */
export function afterEarlierValue(name: string, accept: Seek['accept'] = anything): ParentSeek {
  return { ...byEarlierValue(name, accept), relation: 'after' };
}

/** Joins to the other sighting of the same exchange, when it is of that kind. */
export function bySameExchange(id: string, kind: Item['sighting']['kind']): Seek {
  const accept = (candidate: Item): boolean => candidate.sighting.kind === kind;
  return { key: key.exchange(id), pick: 'nearest', within: SECOND, accept };
}

/** Joins a request to the redirect that caused it. */
export function byRedirect(url: string, self: () => Item): Seek {
  return {
    key: key.redirected(url),
    pick: 'newest-before',
    within: 30 * SECOND,
    accept: (candidate) => sameFrame(candidate, self()),
  };
}

/** Joins a page of the authorization server to the page whose form or link led to it. */
export function byReferrer(url: string): Seek {
  return {
    key: key.page(url),
    pick: 'newest-before',
    within: 15 * MINUTE,
    accept: anything,
  };
}

/** Joins what was posted to the page with that form, even without a referrer. */
export function byForm(url: string, self: () => Item): Seek {
  return {
    key: key.posted(url),
    pick: 'newest-before',
    within: 15 * MINUTE,
    accept: (candidate) => sameFrame(candidate, self()),
  };
}

/** Joins what happens at an authorization server to the attempt that is open there. */
export function byOpenAttempt(url: string, self: () => Item): Seek {
  return {
    key: key.server(url),
    pick: 'previous',
    within: 15 * MINUTE,
    accept: (candidate) => isOpenAttempt(candidate) && sameFrame(candidate, self()),
  };
}

/**
 * Joins a response without usable values to the newest request for that redirect URI. One with a
 * state needs a request that no other response answered since: of an attempt whose request was not
 * recorded, the response must not join the attempt before it.
 */
export function byRedirectUri(
  target: string,
  state: string | undefined,
  self: () => Item,
): readonly Seek[] {
  const within = 30 * MINUTE;
  const isAsked = (candidate: Item): boolean =>
    candidate.sighting.kind === 'pushed-authorization-request' ||
    (candidate.sighting.kind === 'authorization-request' && sameFrame(candidate, self()));
  const sent = ({ sighting }: Item): string | undefined =>
    sighting.kind === 'authorization-request'
      ? sighting.effective('state')
      : 'params' in sighting
        ? sighting.params?.get('state')
        : undefined;
  const asked = key.redirectUri(target);
  if (!state) return [{ key: asked, pick: 'newest-before', within, accept: isAsked }];
  return [
    {
      key: key.turn(target),
      pick: 'previous',
      within,
      accept: (candidate) => isAsked(candidate) || sent(candidate) === state,
    },
    {
      key: asked,
      pick: 'previous',
      within,
      accept: (candidate) => isAsked(candidate) && !sent(candidate),
    },
  ];
}

/**
 * Joins a preflight to its request: the same URL, in flight at that time or sent right after the
 * answer.
 */
export function byEndpoint(url: string, self: () => Item): Seek {
  const end = ({ startedAt, exchange: { duration } }: Item): number =>
    startedAt + (duration ?? 10 * SECOND);
  const accept = (request: Item): boolean =>
    end(request) + SECOND / 10 >= self().startedAt && request.startedAt <= end(self()) + SECOND;
  return { key: key.endpoint(url), pick: 'nearest', within: 10 * SECOND, accept };
}

/** Joins a login at another server to the attempt at the server that its response returns to. */
export function byBroker(
  redirectUri: string,
  endpoint: string,
  self: () => Item,
): ParentSeek | null {
  const broker = originOfUrl(redirectUri);
  if (broker === null || broker === originOfUrl(endpoint)) return null;
  return {
    key: key.server(redirectUri),
    relation: 'inside',
    pick: 'previous',
    within: 10 * MINUTE,
    accept: (candidate) => isOpenAttempt(candidate) && sameFrame(candidate, self()),
  };
}

/** Joins a pushed request without a recorded answer to its client's next request by reference. */
export function byNextReference(url: string, client: string, self: () => Item): Seek {
  const accept = ({ sighting, startedAt }: Item): boolean =>
    sighting.kind === 'authorization-request' &&
    startedAt >= self().startedAt &&
    sighting.params.has('request_uri') &&
    sighting.params.get('client_id') === client;
  return { key: key.server(url), pick: 'closest', within: MINUTE, accept };
}

/** Joins a login at another server to the request or page whose redirect started it, at the broker. */
export function bySentOn(url: string, redirectUri: string, self: () => Item): ParentSeek {
  const broker = originOfUrl(redirectUri);
  const seek = byRedirect(url, self);
  return {
    ...seek,
    relation: 'inside',
    accept: (candidate) =>
      (candidate.sighting.kind === 'authorization-request' ||
        candidate.sighting.kind === 'document') &&
      originOfUrl(candidate.exchange.request.url) === broker &&
      seek.accept(candidate),
  };
}

/**
 * Joins what is fetched about a server to the login for which it is fetched. That is the closest in
 * time, which may be long ago when the user asks for it.
 */
export function byClosestLogin(url: string, { onDemand }: Exchange): Seek {
  const accept = ({ sighting }: Item): boolean =>
    sighting.kind === 'authorization-request' || sighting.kind === 'response-issued';
  return {
    key: key.server(url),
    pick: 'closest',
    within: onDemand ? FOREVER : 10 * MINUTE,
    accept,
  };
}

/** Joins what is fetched about a server to the closest request to it in time. */
export function byClosestUse(url: string): Seek {
  return { key: key.used(url), pick: 'closest', within: 10 * MINUTE, accept: anything };
}

/** Joins a call without a usable token to an attempt of the page that holds one. */
export function byHolder(exchange: Exchange): Seek | null {
  const origin = originOf(exchange);
  if (origin === null) return null;
  return { key: key.holder(origin), pick: 'newest-before', within: 60 * MINUTE, accept: anything };
}

function isOpenAttempt(candidate: Item): boolean {
  return candidate.sighting.kind === 'authorization-request';
}

/** Finds the metadata that names this authorization endpoint: fetched earlier, else later. */
export function byMetadata(endpoint: string, { startedAt }: Exchange): Seek {
  return {
    key: key.metadata(endpoint),
    pick: 'nearest',
    within: FOREVER,
    ahead: AHEAD,
    accept: ({ exchange }) =>
      exchange.onDemand === true || Math.abs(exchange.startedAt - startedAt) <= 60 * MINUTE,
  };
}
