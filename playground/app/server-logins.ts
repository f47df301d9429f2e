import type { Addresses } from '../addresses.ts';

/** A login whose client is the app's server, and the cookie that it leaves in the browser. */
interface ServerLogin {
  /** Address at which it begins. */
  readonly start: string;
  readonly redirectUri: string;
  readonly cookiePath: string;
  /** Attributes of the cookie but its path. */
  readonly cookieRules: string;
  /** What the cookie holds in addition to the id of the attempt. */
  readonly cookieBallast: string;
  /** Authorization request parameters to add. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where the user gets to after the login. */
  readonly landing: string;
}

/** The login of a scenario. Most differ from the usual one in one respect, which loses the cookie. */
export function serverLoginOf(name: string, addresses: Addresses): ServerLogin {
  const query = `?scenario=${name}`;
  const usual: ServerLogin = {
    start: `${addresses.app}/server/login${query}`,
    redirectUri: `${addresses.app}/server/callback`,
    cookiePath: '/server',
    cookieRules: 'HttpOnly; SameSite=Lax',
    cookieBallast: '',
    parameters: {},
    landing: `/server/done${query}`,
  };
  return { ...usual, ...differences(name, query, addresses) };
}

function differences(
  name: string,
  query: string,
  { app, appByIp, appByName, appByStrictName, appBehindTls }: Addresses,
): Partial<ServerLogin> {
  switch (name) {
    case 'cookie-other-host':
      return { redirectUri: `${appByIp}/server/callback` };
    case 'cookie-form-post':
      return {
        start: `${appByIp}/server/login${query}`,
        redirectUri: `${appByIp}/server/callback`,
        parameters: { response_mode: 'form_post' },
      };
    case 'cookie-other-path':
      return { start: `${app}/shop/login${query}`, cookiePath: '/shop' };
    case 'cookie-overwritten':
      return { start: `${app}/server/welcome${query}` };
    case 'cookie-too-large':
      // Browsers ignore a cookie of more than 4096 bytes (RFC 6265bis section 5.6).
      return { cookieBallast: `.${'invented-shopping-basket.'.repeat(170)}` };
    case 'cookie-strict':
      return {
        start: `${appByIp}/server/login${query}`,
        redirectUri: `${appByIp}/server/callback`,
        cookieRules: 'HttpOnly; SameSite=Strict',
      };
    case 'cookie-none-insecure':
      return { cookieRules: 'HttpOnly; SameSite=None' };
    case 'cookie-secure-over-http':
      return {
        start: `${appByName}/server/login${query}`,
        redirectUri: `${appByName}/server/callback`,
        cookieRules: 'HttpOnly; Secure; SameSite=Lax',
      };
    case 'https-by-browser':
      return { redirectUri: `${appByStrictName}/server/callback` };
    case 'http-behind-tls':
      return {
        start: `${appByName}/server/login${query}`,
        redirectUri: `${appBehindTls}/server/callback`,
        landing: `${appByName}/server/done${query}`,
      };
    case 'cookie-removed':
      return { start: `${app}/server/banner${query}`, cookieRules: 'SameSite=Lax' };
    case 'cookies-too-many':
      return {
        start: `${app}/heavy/login${query}`,
        redirectUri: `${app}/heavy/callback`,
        cookiePath: '/heavy',
      };
    case 'redirect-loop':
      return { landing: `/server/again${query}` };
    case 'response-in-fragment':
      return { parameters: { response_mode: 'fragment' } };
    case 'callback-redirects':
      return { redirectUri: `${app}/server/translated` };
    case 'login-loop':
      return { landing: `/server/home${query}` };
    case 'cached-callback':
      return { redirectUri: `${app}/pwa/callback`, cookiePath: '/' };
    default:
      return {};
  }
}
