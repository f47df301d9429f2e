import { isCopyOfUrls } from '../providers/registry/deviations.ts';
import type { Params } from './values/params.ts';
import { weakness } from './values/randomness.ts';

const OTHER_PROTOCOL = [
  'SAMLRequest',
  'SAMLResponse',
  'wa',
  'wresult',
  'wtrealm',
  'oauth_token',
  'oauth_verifier',
  'oauth_consumer_key',
  'oauth_signature',
  'openid.mode',
  'openid.ns',
  'openid.return_to',
];
const COMMERCE = [
  'coupon',
  'promo',
  'discount',
  'gift',
  'currency',
  'country',
  'lang',
  'PayerID',
  'cres',
  'MD',
  'ref',
];
const ONE_TIME_LINK = ['oobCode', 'token_hash', 'mode', 'invite'];
const LINK_TYPE = /^(?:recovery|signup|invite|magiclink|email_change)$/;
const TRACKER =
  /^https?:\/\/(?:[^/]*\.)?(?:segment|mixpanel|amplitude|hotjar|clarity|sentry|datadoghq|nr-data)\.[a-z.]+\/(?!.*oauth)/i;

/**
 * SAML, WS-Federation, OAuth 1.0a and OpenID 2.0 share some parameter names, but are not OAuth 2.
 */
export function isOtherProtocol(params: Params): boolean {
  return OTHER_PROTOCOL.some((name) => params.has(name));
}

/** Places that collect what pages do and how long it takes, of whatever vendor. */
const COLLECTOR =
  /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?(?:[\w-]*(?:track|collect|events?|analytics|telemetry|metrics|beacon|replay|envelope)|intake|logs?|rum|v1\/traces)(?:[/?#]|$)/i;

/** Whether a URL is one to which pages report what happened on them. */
export function isCollector(url: string): boolean {
  return COLLECTOR.test(url) || TRACKER.test(url);
}

/** Analytics and error trackers send copies of page URLs, with the parameters in them. */
export function isTracker(url: string): boolean {
  return TRACKER.test(url) || isCopyOfUrls(url);
}

/**
 * A `code` that is a voucher, a one-time password or a link in a mail, not an authorization code.
 */
export function isEverydayCode(params: Params): boolean {
  const code = params.get('code');
  if (code === undefined) return false;
  if (/^\d{4,8}$/.test(code)) return true;
  // A random code with a random state is not a voucher, whatever else the server adds.
  if (isRandom(code) && isRandom(params.get('state') ?? '')) return false;
  if (COMMERCE.some((name) => params.has(name))) return true;
  return ONE_TIME_LINK.some((name) => params.has(name)) || LINK_TYPE.test(params.get('type') ?? '');
}

function isRandom(value: string): boolean {
  return weakness(value) === null;
}
