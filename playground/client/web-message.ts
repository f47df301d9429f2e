import * as oauth from 'oauth4webapi';
import { authorizationUrl } from './authorization.ts';
import type { Login } from './login.ts';
import { redeemCode } from './redeem.ts';
import { attempt } from './status.ts';

interface WebMessage {
  readonly type: 'authorization_response';
  readonly response: Record<string, string>;
}

/** Logs in again in a frame. The response is a message of the authorization server's page. */
export async function loginByMessage({ as, client, name }: Login): Promise<string> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = await authorizationUrl(as, name, { prompt: 'none', response_mode: 'web_message' });
  const { origin } = new URL(as.issuer);
  const answered = new Promise<WebMessage>((resolve) => {
    addEventListener('message', (event: MessageEvent<WebMessage>) => {
      const ours = event.origin === origin && event.source === frame.contentWindow;
      if (ours && event.data.type === 'authorization_response') resolve(event.data);
    });
  });
  document.body.append(frame);
  const response = new URLSearchParams((await answered).response);
  const secrets = attempt.take(name);
  const parameters = oauth.validateAuthResponse(as, client, response, secrets.state);
  await redeemCode({ as, client, name, parameters, secrets });
  return 'Logged in again by a message of the server’s page.';
}
