import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { importJWK, type JWK } from 'jose';
import * as client from 'openid-client';
import type { Addresses } from '../addresses.ts';
import { sendHtml, sendRedirect } from '../http.ts';
import { clientScope, redirectUriOf, serverSideSecret } from '../provider/clients.ts';
import { clientIdOf } from '../scenario.ts';
import { endPage } from './page.ts';

interface Attempt {
  readonly name: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

interface Setting {
  readonly addresses: Addresses;
  readonly clientKey: JWK;
  /** Origin of a proxy through which the app's server reaches the authorization server. */
  readonly backChannel: string | null;
}

/** Creates the app's confidential client. The browser never sees how it redeems the code. */
export function createBackend(setting: Setting) {
  const { addresses } = setting;
  const attempts = new Map<string, Attempt>();
  const configure = (name: string) => configuration(name, setting);

  async function login(name: string, response: ServerResponse): Promise<void> {
    const config = await configure(name);
    const id = randomBytes(16).toString('base64url');
    const verifier = client.randomPKCECodeVerifier();
    const attempt = { name, state: client.randomState(), nonce: client.randomNonce(), verifier };
    attempts.set(id, attempt);
    const parameters = {
      redirect_uri: redirectUriOf(name, addresses),
      scope: clientScope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    };
    const url =
      name === 'server-side-par'
        ? await client.buildAuthorizationUrlWithPAR(config, parameters)
        : client.buildAuthorizationUrl(config, parameters);
    sendRedirect(response, url.href, {
      'Set-Cookie': `app_login=${id}; Path=/server; HttpOnly; SameSite=Lax`,
    });
  }

  async function callback(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = /(?:^|; )app_login=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const attempt = attempts.get(id);
    attempts.delete(id);
    if (!attempt) {
      return sendHtml(response, 400, endPage('server-side', false, 'No login was started.'));
    }
    const { name, state, nonce, verifier } = attempt;
    const config = await configure(name);
    const tokens = await client.authorizationCodeGrant(
      config,
      new URL(request.url ?? '', addresses.app),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
    );
    await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
    const session = randomBytes(16).toString('base64url');
    sendRedirect(response, `/server/done?scenario=${name}`, {
      'Set-Cookie': `app_session=${session}; Path=/server; HttpOnly; SameSite=Lax`,
    });
  }

  return { login, callback };
}

async function configuration(
  name: string,
  { addresses: { issuer }, clientKey, backChannel }: Setting,
): Promise<client.Configuration> {
  const through: client.CustomFetch = (url, { body, ...options }) =>
    fetch(backChannel === null ? url : url.replace(issuer, backChannel), {
      ...options,
      ...(body === null || body === undefined ? {} : { body: body as BodyInit }),
    });
  return client.discovery(
    new URL(issuer),
    clientIdOf(name),
    undefined,
    await authentication(name, clientKey),
    { execute: [client.allowInsecureRequests], [client.customFetch]: through },
  );
}

async function authentication(name: string, clientKey: JWK): Promise<client.ClientAuth> {
  if (name !== 'server-side-par') return client.ClientSecretBasic(serverSideSecret);
  const key = await importJWK(clientKey, 'ES256');
  if (!(key instanceof CryptoKey)) throw new Error('the key of the client is no key pair');
  return client.PrivateKeyJwt({ key, kid: clientKey.kid ?? '' });
}
