import * as oauth from 'oauth4webapi';
import { callApi } from './call-api.ts';
import { discoverFor } from './discover-for.ts';
import { local } from './metadata.ts';
import { polled } from './polling.ts';
import { clientOf } from './settings.ts';

/** Logs in as a device (RFC 8628). The user answers in a browser that is not recorded. */
export async function connectDevice(name: string): Promise<string> {
  const as = await discoverFor(name);
  const client = { client_id: clientOf(name).clientId };
  const scope = 'openid profile notes.read';
  const asked = await oauth.deviceAuthorizationRequest(as, client, oauth.None(), { scope }, local);
  const device = await oauth.processDeviceAuthorizationResponse(as, client, asked);
  const poll = async () => {
    const request = oauth.deviceCodeGrantRequest;
    const answer = await request(as, client, oauth.None(), device.device_code, local);
    return oauth.processDeviceCodeResponse(as, client, answer);
  };
  const answer = name === 'device-denied' ? 'deny' : 'approve';
  const person = async () => {
    if (name !== 'device-expired') await answerElsewhere(device.user_code, answer);
  };
  const tokens = await polled(device.interval, poll, person);
  await callApi(tokens.access_token, '/api/me');
  return 'The device is connected.';
}

async function answerElsewhere(userCode: string, answer: 'approve' | 'deny'): Promise<void> {
  const query = new URLSearchParams({ shown: userCode, answer });
  await (await fetch(`/elsewhere?${query}`, { method: 'POST' })).text();
}
