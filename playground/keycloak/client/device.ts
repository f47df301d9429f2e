import * as oauth from 'oauth4webapi';
import { discover, local } from '../../client/metadata.ts';
import { settings } from './settings.ts';

const KEY = 'device code';

/** Logs in as a device, and approves it in the same tab (RFC 8628). */
export async function runDevice(): Promise<string | null> {
  const as = await discover();
  const client = { client_id: settings.clients.device };
  if (location.pathname === '/device') return redeem(as, client);
  const auth = oauth.None();
  const parameters = new URLSearchParams({ scope: 'openid profile' });
  const started = await oauth.deviceAuthorizationRequest(as, client, auth, parameters, local);
  const device = await oauth.processDeviceAuthorizationResponse(as, client, started);
  const early = await oauth.deviceCodeGrantRequest(as, client, auth, device.device_code, local);
  const pending = (await early.json()) as { error?: string };
  if (pending.error !== 'authorization_pending') throw new Error(String(pending.error));
  const issued: Issued = { code: device.device_code, interval: device.interval ?? 5 };
  sessionStorage.setItem(KEY, JSON.stringify(issued));
  location.assign(device.verification_uri_complete ?? device.verification_uri);
  return null;
}

interface Issued {
  readonly code: string;
  /** Seconds between two polls. */
  readonly interval: number;
}

/** Polls once. By then the user has approved and an interval has passed (RFC 8628 section 3.4). */
async function redeem(as: oauth.AuthorizationServer, client: oauth.Client): Promise<string> {
  const { code, interval } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Issued;
  await new Promise((resolve) => setTimeout(resolve, interval * 1000));
  const answer = await oauth.deviceCodeGrantRequest(as, client, oauth.None(), code, local);
  const tokens = await oauth.processDeviceCodeResponse(as, client, answer);
  return `The device got a token for ${tokens.expires_in} seconds.`;
}
