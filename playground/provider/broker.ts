import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as oauth from 'oauth4webapi';
import type { Addresses } from '../addresses.ts';
import { sendRedirect } from '../http.ts';
import { broker } from './clients.ts';

interface Attempt {
  readonly uid: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly secret: string;
}

const local = { [oauth.allowInsecureRequests]: true } as const;
const client: oauth.Client = { client_id: broker.clientId };

/** Makes the authorization server a client of another one, which logs its users in. */
export function createBroker({ issuer, upstream }: Addresses) {
  const attempts = new Map<string, Attempt>();
  const loggedIn = new Set<string>();
  const redirectUri = `${issuer}/login/broker`;

  async function discover(): Promise<oauth.AuthorizationServer> {
    const url = new URL(`${upstream}/`);
    const answer = await oauth.discoveryRequest(url, local);
    return oauth.processDiscoveryResponse(url, answer);
  }

  /** Sends the user of an interaction on to the other server. */
  async function send(uid: string, response: ServerResponse, secret: string = broker.secret) {
    const as = await discover();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const verifier = oauth.generateRandomCodeVerifier();
    attempts.set(state, { uid, nonce, verifier, secret });
    const url = new URL(as.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    sendRedirect(response, url.href);
  }

  /** Takes the other server's response and returns to its interaction. */
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', issuer);
    const state = url.searchParams.get('state') ?? '';
    const attempt = attempts.get(state);
    attempts.delete(state);
    if (!attempt) throw new Error('no login was sent on');
    const as = await discover();
    const { nonce, verifier, uid, secret } = attempt;
    const answer = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.ClientSecretBasic(secret),
      oauth.validateAuthResponse(as, client, url, state),
      redirectUri,
      verifier,
      local,
    );
    if (!answer.ok) return sendRedirect(response, `/login/${uid}?failed=${answer.status}`);
    await oauth.processAuthorizationCodeResponse(as, client, answer, { expectedNonce: nonce });
    const ticket = randomBytes(16).toString('base64url');
    loggedIn.add(ticket);
    sendRedirect(response, `/login/${uid}?ticket=${ticket}`);
  }

  /** Whether the user came back logged in. True once per login. */
  const redeem = (ticket: string): boolean => loggedIn.delete(ticket);

  return { send, receive, redeem };
}
