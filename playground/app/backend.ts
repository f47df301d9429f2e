import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as oauth from 'oauth4webapi';
import type { Addresses } from '../addresses.ts';
import { sendHtml, sendRedirect } from '../http.ts';
import { clientScope, redirectUriOf, serverSideSecret } from '../provider/clients.ts';
import { clientIdOf } from '../scenario.ts';
import { endPage } from './page.ts';

interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const name = 'server-side';
const local = { [oauth.allowInsecureRequests]: true } as const;
const client: oauth.Client = { client_id: clientIdOf(name) };

/** The app's own server as a confidential client: the browser never sees code redemption. */
export function createBackend(addresses: Addresses) {
  const attempts = new Map<string, Attempt>();
  const redirectUri = redirectUriOf(name, addresses);

  async function login(response: ServerResponse): Promise<void> {
    const as = await discover(addresses.issuer);
    const id = randomBytes(16).toString('base64url');
    const attempt = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
    };
    attempts.set(id, attempt);
    const url = new URL(as.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: redirectUri,
      scope: clientScope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    }).toString();
    sendRedirect(response, url.href, {
      'Set-Cookie': `app_login=${id}; Path=/server; HttpOnly; SameSite=Lax`,
    });
  }

  async function callback(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = /(?:^|; )app_login=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const attempt = attempts.get(id);
    attempts.delete(id);
    if (!attempt) return sendHtml(response, 400, endPage(name, false, 'No login was started.'));
    const as = await discover(addresses.issuer);
    const url = new URL(request.url ?? '', addresses.app);
    const parameters = oauth.validateAuthResponse(as, client, url, attempt.state);
    const { state: _, nonce, verifier } = attempt;
    const auth = oauth.ClientSecretBasic(serverSideSecret);
    const answer = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      auth,
      parameters,
      redirectUri,
      verifier,
      local,
    );
    await oauth.processAuthorizationCodeResponse(as, client, answer, { expectedNonce: nonce });
    const session = randomBytes(16).toString('base64url');
    sendRedirect(response, '/server/done', {
      'Set-Cookie': `app_session=${session}; Path=/server; HttpOnly; SameSite=Lax`,
    });
  }

  return { login, callback };
}

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, local));
}
