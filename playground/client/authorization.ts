import * as oauth from 'oauth4webapi';
import { faultOf } from './faults.ts';
import { clientOf, scope } from './settings.ts';
import { type Attempt, attempt } from './status.ts';
import { variantOf } from './variants.ts';

/** Builds the authorization request (RFC 6749 section 4.1.1) and remembers its secrets. */
export async function authorizationUrl(
  as: oauth.AuthorizationServer,
  name: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { clientId, redirectUri } = clientOf(name);
  let secrets: Attempt = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...variantOf(name).parameters,
    ...extra,
  });
  if (!parameters.get('response_type')?.includes('code')) {
    parameters.delete('code_challenge');
    parameters.delete('code_challenge_method');
  }
  if (!/\bopenid\b/.test(parameters.get('scope') ?? '')) {
    parameters.delete('nonce');
    secrets = { ...secrets, nonce: '' };
  }
  faultOf(name).authorization?.(parameters);
  attempt.begin(name, secrets);
  const { send } = variantOf(name);
  const client = { client_id: clientId };
  const url = new URL(as.authorization_endpoint ?? '');
  faultOf(name).endpoint?.(url);
  url.search = (send ? await send({ as, client, parameters }) : parameters).toString();
  return url.href;
}
