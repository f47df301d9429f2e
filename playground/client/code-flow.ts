import * as oauth from 'oauth4webapi';
import { afterLogin } from './after-login.ts';
import { EARLIER, type Fault, faultOf } from './faults.ts';
import { discover, local } from './metadata.ts';
import { createProofs, type Proofs, withNonce } from './proofs.ts';
import { clientOf, scope, settings } from './settings.ts';
import { type Attempt, attempt } from './status.ts';
import { variantOf } from './variant.ts';

/** Builds the authorization request (RFC 6749 section 4.1.1) and remembers its secrets. */
export async function authorizationUrl(
  as: oauth.AuthorizationServer,
  name: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { clientId, redirectUri } = clientOf(name);
  const secrets: Attempt = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  attempt.begin(name, secrets);
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
  faultOf(name).authorization?.(parameters);
  const { send } = variantOf(name);
  const client = { client_id: clientId };
  const url = new URL(as.authorization_endpoint ?? '');
  url.search = (send ? await send({ as, client, parameters }) : parameters).toString();
  return url.href;
}

/** Sends the browser to the authorization server. */
export async function start(name: string): Promise<null> {
  const as = await discover();
  if (faultOf(name).startsTwice) await startInFrame(await authorizationUrl(as, name), name);
  const url = await authorizationUrl(as, name);
  if (faultOf(name).sendsTwice) attempt.keep(url);
  location.assign(url);
  return null;
}

/** Begins an attempt that nobody finishes, as a widget of the page might. */
async function startInFrame(url: string, name: string): Promise<void> {
  attempt.begin(EARLIER, attempt.take(name));
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
}

/** Takes the authorization response and redeems the code (RFC 6749 sections 4.1.2 to 4.1.4). */
export async function finish(name: string): Promise<string | null> {
  const again = attempt.takeKept();
  if (again !== null) {
    location.assign(again);
    return null;
  }
  const response = takeResponse();
  const secrets = attempt.take(name);
  const client = { client_id: clientOf(name).clientId };
  const as = await discover();
  const { dpop, receive } = variantOf(name);
  const parameters = receive
    ? await receive({ as, client, parameters: response, secrets })
    : oauth.validateAuthResponse(as, client, response, secrets.state);
  const proofs = dpop && { DPoP: await createProofs(client) };
  const redeem = () =>
    withNonce(() => redeemCode({ as, client, parameters, name, secrets, proofs }));
  const [redeemed] = await Promise.all(
    faultOf(name).redeemTwice ? [redeem(), redeem()] : [redeem()],
  );
  return afterLogin({ as, client, name, proofs, ...redeemed });
}

interface Redemption {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly parameters: URLSearchParams;
  readonly name: string;
  readonly secrets: Attempt;
  readonly proofs: Proofs | undefined;
}

async function redeemCode({ as, client, parameters, name, secrets, proofs }: Redemption) {
  const fault = faultOf(name);
  const registered = clientOf(name).redirectUri;
  const answer = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.None(),
    parameters,
    fault.redirectUri?.(registered) ?? registered,
    (await fault.verifier?.(secrets)) ?? secrets.verifier,
    {
      ...tokenRequestOptions(fault),
      ...proofs,
      additionalParameters: { ...variantOf(name).redemption },
    },
  );
  const expected = { expectedNonce: secrets.nonce };
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, expected);
  return { answer, tokens };
}

function tokenRequestOptions({ headers, fetch }: Fault): oauth.TokenEndpointRequestOptions {
  return {
    ...local,
    ...(headers ? { headers } : {}),
    ...(fetch
      ? { [oauth.customFetch]: (...args: Parameters<typeof fetch>) => fetch(...args) }
      : {}),
  };
}

/** The response, wherever it came; out of the address bar before anything can leak it. */
function takeResponse(): URLSearchParams {
  const { search, hash } = new URL(location.href);
  const response = new URLSearchParams(settings.posted ?? (search || hash.slice(1)));
  history.replaceState(null, '', '/callback');
  return response;
}
