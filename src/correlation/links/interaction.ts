import type { Exchange } from '../../http/exchange.ts';
import { headerRefusal } from '../../http/header-limit.ts';
import { headerValue } from '../../http/headers.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import { originOfUrl, queryOf, withoutFragment } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { DocumentSighting } from '../../oauth/kinds/interaction.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
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
    rootable: isRefusedLogin(exchange),
  };
}

/** Paths under which applications begin a login and take its response. */
const LOGIN_PATH = /\/(?:log-?in|sign-?in|auth|oauth2?|oidc|sso|callback)(?:[/?#-]|$)/i;

/** Whether a login cannot begin because the cookies of earlier ones have piled up. */
function isRefusedLogin(exchange: Exchange): boolean {
  if (headerRefusal(exchange) === null) return false;
  const ofLogin = requestCookies(exchange).some(({ name }) => cookiePurpose(name) === 'login');
  return ofLogin || LOGIN_PATH.test(exchange.request.url);
}

/** Names that servers give the user code, which RFC 8628 leaves to them. */
const USER_CODE_NAMES = ['user_code', 'usercode', 'otc', 'code'];
const SHORTEST_CODE = 6;

/**
 * Values sent to a page of the server that may be a user code. Only a value equal to a known code
 * counts.
 */
function userCodes({ request }: Exchange): readonly string[] {
  const { body } = request;
  const sent = body && 'text' in body ? body.text.slice(0, 10_000) : '';
  const text = `${queryOf(request.url)}&${sent}`;
  if (!/code|otc/i.test(text)) return [];
  const params = formParams(text);
  const codes = USER_CODE_NAMES.flatMap((name) => params.all(name));
  return [...new Set(codes)].filter((code) => code.length >= SHORTEST_CODE).slice(0, 4);
}

/**
 * A response ends the attempt that it answers. A redirect by its receiver is not part of that
 * attempt.
 */
function passedOn(seek: Seek): Seek {
  return {
    ...seek,
    accept: (candidate) =>
      candidate.sighting.kind !== 'response-delivered' && seek.accept(candidate),
  };
}

/**
 * Joins to the open attempt at this server that returns to another origin. After the server that it
 * brokers to has answered, a broker continues its own login.
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

/** Joins a confirmation that is posted right after the logout request. */
function byOpenLogout({ request }: Exchange, self: () => Item): Seek | null {
  if (request.method !== 'POST') return null;
  const accept = ({ sighting }: Item): boolean => sighting.kind === 'end-session-request';
  return { ...byOpenAttempt(request.url, self), accept };
}

/**
 * Joins the page to which a server sends the user after a logout (OpenID Connect RP-Initiated
 * Logout section 3). There may be no redirect: the server's page may first log the user out
 * elsewhere, in frames.
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
 * A redirect keeps the referrer, so the page after a redirection endpoint names the page before the
 * login. A broker redirects to its own client from there, but is still a server.
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

/** Only pages of the authorization server pass on their flow; a page of the client ends it. */
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

/**
 * A form that a page of the same server posts. A form of another origin, such as the client's,
 * starts something new.
 */
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
