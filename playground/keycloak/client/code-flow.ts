import * as oauth from 'oauth4webapi';
import { discover, local } from '../../client/metadata.ts';
import { attempt } from '../../client/status.ts';
import { callback, settings } from './settings.ts';

/** A finished login. */
export interface Login {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly tokens: oauth.TokenEndpointResponse;
}

/** Builds an authorization request (RFC 6749 section 4.1.1) and remembers its secrets. */
export async function authorizationParameters(
  name: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<URLSearchParams> {
  const secrets = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  attempt.begin(name, secrets);
  return new URLSearchParams({
    response_type: 'code',
    client_id: settings.clients.spa,
    redirect_uri: callback,
    scope: 'openid profile email',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...extra,
  });
}

/** Sends the browser to the authorization endpoint. */
export function leaveFor(endpoint: string | undefined, parameters: URLSearchParams): null {
  location.assign(`${endpoint}?${parameters}`);
  return null;
}

interface Redemption {
  readonly clientId?: string;
  /** Runs between the response and the token request. */
  readonly before?: () => Promise<void>;
  readonly times?: 1 | 2;
}

/** Takes the authorization response and redeems its code (RFC 6749 sections 4.1.2 to 4.1.4). */
export async function finish(name: string, redemption: Redemption = {}): Promise<Login> {
  const { clientId = settings.clients.spa, before, times = 1 } = redemption;
  const { href } = location;
  history.replaceState(null, '', '/callback');
  const secrets = attempt.take(name);
  const client = { client_id: clientId };
  const as = await discover();
  const parameters = oauth.validateAuthResponse(as, client, new URL(href), secrets.state);
  await before?.();
  const redeem = async () => {
    const auth = oauth.None();
    const request = [as, client, auth, parameters, callback, secrets.verifier, local] as const;
    const answer = await oauth.authorizationCodeGrantRequest(...request);
    const expected = { expectedNonce: secrets.nonce };
    return oauth.processAuthorizationCodeResponse(as, client, answer, expected);
  };
  const tokens = await redeem();
  if (times === 2) await redeem();
  return { as, client, tokens };
}
