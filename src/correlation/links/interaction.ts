import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { originOfUrl, queryOf, withoutFragment } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { DocumentSighting } from '../../oauth/kinds/interaction.ts';
import { formParams } from '../../oauth/values/params.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type Links, named, pageKeys } from '../links.ts';
import { byEarlierValue, byForm, byOpenAttempt, byRedirect, byReferrer } from '../seeks.ts';
import { byVerificationPage } from '../seeks-back-channel.ts';

/** Joins of a document: by redirect, by referrer, else to the attempt open at its server. */
export default function documentLinks(sighting: DocumentSighting, self: () => Item): Links {
  const { exchange } = sighting;
  const { url, headers } = exchange.request;
  const referrer = headerValue(headers, 'referer');
  const sameOrigin = referrer !== null && originOfUrl(referrer) === originOfUrl(url);
  return {
    provides: [
      named(key.redirected, redirectTarget(exchange)),
      ...pageKeys(exchange),
      key.exchange(exchange.id),
    ],
    seeks: [
      passedOn(byRedirect(url, self)),
      ...userCodes(exchange).map((code) => byEarlierValue(key.userCode(code))),
      sameOrigin ? pageOfServer(referrer, exchange, self) : null,
      postedForm(exchange, self),
      byOuterAttempt(url, self),
      byRedirect(url, self),
      afterLogout(exchange),
      byOpenAttempt(url, self),
      byOpenLogout(exchange, self),
      byVerificationPage(url),
    ],
    rootable: false,
  };
}

/** Names under which servers take the user code (RFC 8628 leaves it to them). */
const USER_CODE_NAMES = ['user_code', 'usercode', 'otc', 'code'];
const SHORTEST_CODE = 6;

/** What a page of the server was given that may be a user code; only an equal one counts. */
function userCodes({ request }: Exchange): readonly string[] {
  const { body } = request;
  const sent = body && 'text' in body ? body.text.slice(0, 10_000) : '';
  const text = `${queryOf(request.url)}&${sent}`;
  if (!/code|otc/i.test(text)) return [];
  const params = formParams(text);
  const codes = USER_CODE_NAMES.flatMap((name) => params.all(name));
  return [...new Set(codes)].filter((code) => code.length >= SHORTEST_CODE).slice(0, 4);
}

/** A response ends the attempt that it answers; what its receiver redirects to is another matter. */
function passedOn(seek: Seek): Seek {
  return {
    ...seek,
    accept: (candidate) =>
      candidate.sighting.kind !== 'response-delivered' && seek.accept(candidate),
  };
}

/**
 * The attempt that is open at this server and returns elsewhere: after the answer of the server that
 * it brokers to, a broker goes on with its own login.
 */
function byOuterAttempt(url: string, self: () => Item): Seek {
  const seek = byOpenAttempt(url, self);
  return {
    ...seek,
    accept: (candidate) => {
      if (candidate.sighting.kind !== 'authorization-request' || !seek.accept(candidate))
        return false;
      const target = candidate.sighting.effective('redirect_uri');
      return target !== undefined && originOfUrl(target) !== originOfUrl(url);
    },
  };
}

const PASS_ON: ReadonlySet<Item['sighting']['kind']> = new Set<Item['sighting']['kind']>([
  'authorization-request',
  'end-session-request',
  'document',
]);

/** A confirmation that is posted right after the logout was asked for. */
function byOpenLogout({ request }: Exchange, self: () => Item): Seek | null {
  if (request.method !== 'POST') return null;
  const accept = ({ sighting }: Item): boolean => sighting.kind === 'end-session-request';
  return { ...byOpenAttempt(request.url, self), accept };
}

/**
 * Where a server sends people after a logout (OpenID Connect RP-Initiated Logout section 3); not by
 * a redirect, when its page first logs them out elsewhere, in frames.
 */
function afterLogout({ request }: Exchange): Seek {
  const referrer = originOfUrl(headerValue(request.headers, 'referer') ?? '');
  const state = formParams(queryOf(request.url)).get('state');
  return {
    key: key.loggedOut(request.url),
    pick: 'newest-before',
    within: 120_000,
    accept: ({ sighting, exchange }) => {
      if (sighting.kind !== 'end-session-request') return false;
      const asked = sighting.params.get('state');
      return asked === undefined ? referrer === originOfUrl(exchange.request.url) : asked === state;
    },
  };
}

/**
 * A redirect keeps the referrer: where a redirection endpoint sends people on, it names the page
 * before the login. A broker, which sends them on to its own client, is a server nevertheless.
 */
function landing(exchange: Exchange, self: () => Item): Seek | null {
  const { url } = exchange.request;
  const next = redirectTarget(exchange);
  if (next !== null && originOfUrl(next) !== originOfUrl(url)) return null;
  const seek = byRedirect(url, self);
  return {
    ...seek,
    accept: (candidate) =>
      candidate.sighting.kind === 'response-delivered' && seek.accept(candidate),
  };
}

/** Only pages of the authorization server pass their flow on; a page of the client ends it. */
function pageOfServer(referrer: string, exchange: Exchange, self: () => Item): Seek {
  const landed = landing(exchange, self);
  return {
    ...byReferrer(withoutFragment(referrer)),
    ...(landed ? { unless: landed } : {}),
    accept: (candidate) =>
      PASS_ON.has(candidate.sighting.kind) &&
      originOfUrl(candidate.exchange.request.url) === originOfUrl(self().exchange.request.url),
  };
}

/** A form of a page of the same server; that of another, as a client's, begins something new. */
function postedForm({ request }: Exchange, self: () => Item): Seek | null {
  if (request.method !== 'POST') return null;
  const seek = byForm(request.url, self);
  const origin = originOfUrl(request.url);
  return {
    ...seek,
    accept: (candidate) =>
      originOfUrl(candidate.exchange.request.url) === origin && seek.accept(candidate),
  };
}
