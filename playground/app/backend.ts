import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as client from 'openid-client';
import { readBody, sendHtml, sendRedirect } from '../http.ts';
import { clientScope } from '../provider/clients.ts';
import { type BackendSetting, configuration } from './backend-client.ts';
import { endPage } from './page.ts';
import { serverLoginOf } from './server-logins.ts';
import { bannerPage, welcomePage } from './server-pages.ts';

interface Attempt {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Creates the app's confidential client. The browser never sees how it redeems the code. */
export function createBackend(setting: BackendSetting) {
  const { addresses } = setting;
  const attempts = new Map<string, Attempt>();
  let latest = 'server-side';
  const configure = (name: string) => configuration(name, setting);

  /** Begins an attempt: where to send the browser, and the cookie that it has to bring back. */
  async function begin(name: string): Promise<{ url: string; cookie: string }> {
    const config = await configure(name);
    const { redirectUri, cookiePath, cookieRules, cookieBallast, parameters } = serverLoginOf(
      name,
      addresses,
    );
    const verifier = client.randomPKCECodeVerifier();
    const attempt = {
      id: randomBytes(16).toString('base64url'),
      name,
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier,
    };
    attempts.set(attempt.state, attempt);
    latest = name;
    const request = {
      redirect_uri: redirectUri,
      scope: clientScope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...parameters,
    };
    const url =
      name === 'server-side-par'
        ? await client.buildAuthorizationUrlWithPAR(config, request)
        : client.buildAuthorizationUrl(config, request);
    const value = attempt.id + cookieBallast;
    return {
      url: url.href,
      cookie: `${cookieOf(name)}=${value}; Path=${cookiePath}; ${cookieRules}`,
    };
  }

  async function login(name: string, response: ServerResponse): Promise<void> {
    const { url, cookie } = await begin(name);
    sendRedirect(response, url, { 'Set-Cookie': cookie });
  }

  /** Begins a login on a page of the app. Its picture needs a login too, and begins another one. */
  async function welcome(name: string, response: ServerResponse): Promise<void> {
    const { url, cookie } = await begin(name);
    const picture = `/server/picture?scenario=${name}`;
    sendHtml(response, 200, welcomePage(picture, url), { 'Set-Cookie': cookie });
  }

  /** Begins a login on a page whose script removes the cookies that it does not know. */
  async function banner(name: string, response: ServerResponse): Promise<void> {
    const { url, cookie } = await begin(name);
    const { cookiePath } = serverLoginOf(name, addresses);
    const page = bannerPage(cookieOf(name), cookiePath, url);
    sendHtml(response, 200, page, { 'Set-Cookie': cookie });
  }

  /** Begins a login in an application that has more in cookies than servers read. */
  async function loginWithBaggage(name: string, response: ServerResponse): Promise<void> {
    const { url, cookie } = await begin(name);
    const { cookiePath } = serverLoginOf(name, addresses);
    const more = Array.from(
      { length: 5 },
      (_, index) =>
        `app_basket_${index}=${'invented.'.repeat(440)}; Path=${cookiePath}; Max-Age=20`,
    );
    sendRedirect(response, url, { 'Set-Cookie': [cookie, ...more] });
  }

  async function callback(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', addresses.app);
    if (request.method === 'POST') url.search = (await readBody(request)).toString();
    const state = url.searchParams.get('state') ?? '';
    const attempt = attempts.get(state);
    attempts.delete(state);
    if (!attempt || !hasCookie(request, attempt)) {
      return sendHtml(
        response,
        400,
        endPage(attempt?.name ?? latest, false, 'No login was started.'),
      );
    }
    const { name, nonce, verifier } = attempt;
    const config = await configure(name);
    const current = new URL(serverLoginOf(name, addresses).redirectUri);
    current.search = url.search;
    const tokens = await client.authorizationCodeGrant(config, current, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    });
    await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
    sendRedirect(response, serverLoginOf(name, addresses).landing, { 'Set-Cookie': session() });
  }

  return { login, welcome, banner, loginWithBaggage, callback };
}

/** Each scenario has its own cookie, because a failed login leaves it behind. */
function cookieOf(name: string): string {
  return `app_login.${name}`;
}

function hasCookie({ headers }: IncomingMessage, { name, id }: Attempt): boolean {
  return (headers.cookie ?? '').split('; ').includes(`${cookieOf(name)}=${id}`);
}

function session(): string {
  const id = randomBytes(16).toString('base64url');
  return `app_session=${id}; Path=/server; HttpOnly; SameSite=Lax`;
}
