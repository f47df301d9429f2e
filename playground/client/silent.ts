import * as oauth from 'oauth4webapi';
import { authorizationUrl } from './authorization.ts';
import { discoverFor } from './discover-for.ts';
import { clientOf } from './settings.ts';
import { attempt } from './status.ts';

const message = 'playground-silent-response';

/** Requests a code in a hidden iframe without interaction (OpenID Connect, `prompt=none`). */
export async function silentLogin(
  name: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<string> {
  const as = await discoverFor(name);
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = await authorizationUrl(as, name, { prompt: 'none', ...extra });
  const answered = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the silent login timed out')), 10_000);
    addEventListener('message', ({ origin, source, data }) => {
      if (origin !== location.origin || source !== frame.contentWindow) return;
      if (data?.kind !== message) return;
      clearTimeout(timer);
      resolve(String(data.search));
    });
  });
  document.body.append(frame);
  const response = new URLSearchParams(await answered);
  const client = { client_id: clientOf(name).clientId };
  oauth.validateAuthResponse(as, client, response, attempt.take(name).state);
  return 'Logged in without being asked.';
}

/** True in the iframe that returned from the authorization server. */
export function isSilentFrame(): boolean {
  return location.pathname === '/silent-callback';
}

/** Passes the response to the page that waits for it. */
export function reportToParent(): void {
  parent.postMessage({ kind: message, search: location.search.slice(1) }, location.origin);
}
