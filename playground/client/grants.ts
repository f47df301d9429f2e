import * as oauth from 'oauth4webapi';
import { callApi } from './after-login.ts';
import { discover, local } from './metadata.ts';
import { clientOf } from './settings.ts';

/** Logins and grants without an authorization response, each from start to end in this page. */
export const grants: Readonly<Record<string, (name: string) => Promise<string>>> = {
  device: connectDevice,
  'device-slow-down': connectDevice,
  'device-denied': connectDevice,
  'device-expired': connectDevice,
};

/** RFC 8628: this page is the device, and the person answers in a browser that nobody records. */
async function connectDevice(name: string): Promise<string> {
  const as = await discover();
  const client = { client_id: clientOf(name).clientId };
  const scope = 'openid profile notes.read';
  const request = oauth.deviceAuthorizationRequest(as, client, oauth.None(), { scope }, local);
  const device = await oauth.processDeviceAuthorizationResponse(as, client, await request);
  const answer = name === 'device-denied' ? 'deny' : 'approve';
  let interval = device.interval ?? 5;
  for (;;) {
    await seconds(interval);
    const asked = oauth.deviceCodeGrantRequest(as, client, oauth.None(), device.device_code, local);
    try {
      const tokens = await oauth.processDeviceCodeResponse(as, client, await asked);
      await callApi(tokens.access_token, '/api/me');
      return 'The device is connected.';
    } catch (error) {
      interval += patience(error);
    }
    if (name !== 'device-expired') await answerElsewhere(device.user_code, answer);
  }
}

/** Seconds to wait longer from now on (RFC 8628 section 3.5); every other error is thrown again. */
function patience(error: unknown): number {
  const code = error instanceof oauth.ResponseBodyError ? error.error : '';
  if (code === 'authorization_pending') return 0;
  if (code === 'slow_down') return 5;
  throw error;
}

async function answerElsewhere(userCode: string, answer: 'approve' | 'deny'): Promise<void> {
  const query = new URLSearchParams({ shown: userCode, answer });
  await (await fetch(`/elsewhere?${query}`, { method: 'POST' })).text();
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
