import * as oauth from 'oauth4webapi';
import { afterLogin } from './after-login.ts';
import { authorizationUrl } from './authorization.ts';
import { callApi } from './call-api.ts';
import { discoverFor } from './discover-for.ts';
import { EARLIER, faultOf } from './faults.ts';
import { HANDED_OVER, handOver } from './handover.ts';
import { createProofs, withNonce } from './proofs.ts';
import { redeemCode } from './redeem.ts';
import { clientOf, posted } from './settings.ts';
import { attempt } from './status.ts';
import { variantOf } from './variants.ts';

/** Sends the browser to the authorization server. */
export async function start(name: string): Promise<null> {
  const as = await discoverFor(name);
  if (faultOf(name).startsTwice) await startInFrame(await authorizationUrl(as, name), name);
  const url = await authorizationUrl(as, name);
  if (faultOf(name).sendsTwice) attempt.keep(url);
  location.assign(url);
  return null;
}

/** Begins an attempt in a frame that is never finished, as a widget of the page might. */
async function startInFrame(url: string, name: string): Promise<void> {
  attempt.begin(EARLIER, attempt.take(name));
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
}

/** Takes the authorization response and redeems its code, if it has one. */
export async function finish(name: string): Promise<string | null> {
  const again = attempt.takeKept();
  if (again !== null) {
    location.assign(again);
    return null;
  }
  const response = takeResponse();
  const secrets = attempt.take(name);
  const client = { client_id: clientOf(name).clientId };
  const as = await discoverFor(name);
  const { dpop, receive } = variantOf(name);
  const parameters = receive
    ? await receive({ as, client, parameters: response, secrets })
    : oauth.validateAuthResponse(as, client, response, secrets.state);
  if (!parameters.has('code')) return withoutCode(parameters);
  faultOf(name).response?.(parameters);
  if (HANDED_OVER.has(name)) return handOver(name, parameters, secrets);
  const proofs = dpop && { DPoP: await createProofs(client, faultOf(name).proof) };
  const redeem = () =>
    withNonce(() => redeemCode({ as, client, parameters, name, secrets, proofs }));
  const [redeemed] = await Promise.all(
    faultOf(name).redeemTwice ? [redeem(), redeem()] : [redeem()],
  );
  return afterLogin({ as, client, name, proofs, ...redeemed });
}

async function withoutCode(parameters: URLSearchParams): Promise<string> {
  const token = parameters.get('access_token');
  if (token === null) return 'The server answered without a code.';
  await callApi(token, '/api/me');
  return 'The tokens came without a code.';
}

/**
 * Takes the response from query, fragment or body, and removes it from the address bar so that it
 * does not leak.
 */
function takeResponse(): URLSearchParams {
  const { search, hash } = new URL(location.href);
  const response = new URLSearchParams(posted ?? (search || hash.slice(1)));
  history.replaceState(null, '', location.pathname);
  return response;
}
