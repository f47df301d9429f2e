import * as oauth from 'oauth4webapi';
import { discover, local } from '../../client/metadata.ts';
import { settings } from './settings.ts';

const KEY = 'device code';

/** A device and the browser that approves it, one after the other in this tab (RFC 8628). */
export async function runDevice(): Promise<string | null> {
  const as = await discover();
  const client = { client_id: settings.clients.spa };
  const auth = oauth.None();
  if (location.pathname === '/device') {
    const code = sessionStorage.getItem(KEY) ?? '';
    const answer = await oauth.deviceCodeGrantRequest(as, client, auth, code, local);
    const tokens = await oauth.processDeviceCodeResponse(as, client, answer);
    return `The device got a token for ${tokens.expires_in} seconds.`;
  }
  const parameters = new URLSearchParams({ scope: 'openid profile' });
  const started = await oauth.deviceAuthorizationRequest(as, client, auth, parameters, local);
  const device = await oauth.processDeviceAuthorizationResponse(as, client, started);
  const early = await oauth.deviceCodeGrantRequest(as, client, auth, device.device_code, local);
  const pending = (await early.json()) as { error?: string };
  if (pending.error !== 'authorization_pending') throw new Error(String(pending.error));
  sessionStorage.setItem(KEY, device.device_code);
  location.assign(device.verification_uri_complete ?? device.verification_uri);
  return null;
}
