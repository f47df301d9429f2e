import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Addresses } from '../addresses.ts';
import { readBody } from '../http.ts';
import { redirectUriOfPage } from '../provider/clients.ts';
import { clientIdOf } from '../scenario.ts';

/** Redeems a code that the page hands over. The page gets a session, and no token. */
export function redeemHandedCode(addresses: Addresses) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { code, code_verifier, client } = JSON.parse((await readBody(request)).toString());
    const isFaulty = client === clientIdOf('code-to-back-end-refused');
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      code_verifier,
      // The setting of another environment, as in a back end that was deployed with it.
      redirect_uri: isFaulty ? `${addresses.app}/old-callback` : redirectUriOfPage('', addresses),
    });
    const answer = await fetch(`${addresses.issuer}/token`, { method: 'POST', body: form });
    const tokens = (await answer.json()) as Readonly<Record<string, string>>;
    if (!answer.ok) {
      const message = `The login server said ${tokens.error}: ${tokens.error_description}`;
      return send(response, 401, { status: 'login_failed', message });
    }
    const claims = Buffer.from(tokens.id_token?.split('.')[1] ?? '', 'base64url').toString();
    const { sub } = JSON.parse(claims) as { sub: string };
    const session = randomBytes(16).toString('base64url');
    send(response, 200, { user: { sub } }, `app_session=${session}; HttpOnly; SameSite=Lax`);
  };
}

function send(response: ServerResponse, status: number, body: object, cookie?: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...(cookie ? { 'Set-Cookie': cookie } : {}),
  });
  response.end(JSON.stringify(body));
}
