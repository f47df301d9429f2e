import type { Login } from './login.ts';
import { settings } from './settings.ts';

async function shown(answer: Response): Promise<string> {
  const said = await answer.text();
  if (!answer.ok) throw new Error(`the API answered ${answer.status}: ${said}`);
  return 'The API took it.';
}

/** Sends a token that is bound to a key as if it were not (RFC 9449 section 7.1). */
export async function callAsBearer({ tokens }: Login): Promise<string> {
  const headers = { Authorization: `Bearer ${tokens.access_token}` };
  return shown(await fetch(`${settings.api}/api/me`, { headers }));
}

/** Calls an API that has moved. Unlike the libraries, it follows the redirect. */
export async function followRedirect({ tokens }: Login): Promise<string> {
  const headers = { Authorization: `Bearer ${tokens.access_token}` };
  return shown(await fetch(`${settings.api}/api/me`, { headers }));
}

/** Sends the token of one API to another one (RFC 8707 section 2). */
export async function callAnotherApi({ tokens }: Login): Promise<string> {
  const headers = { Authorization: `Bearer ${tokens.access_token}` };
  return shown(await fetch(`${settings.api}/orders/mine`, { headers }));
}

/** Asks a tool server without a token, and finds nothing in the refusal that it could follow. */
export async function stopAtRefusal(): Promise<string> {
  const headers = { 'MCP-Protocol-Version': '2025-06-18' };
  const answer = await fetch(`${settings.api}/mcp`, { headers });
  const challenge = answer.headers.get('WWW-Authenticate');
  await answer.text();
  throw new Error(
    `the tool server answered ${answer.status}, ${challenge ?? 'without a challenge'}`,
  );
}

/** Calls the logout endpoint by script, which carries no cookie of the server. */
export async function logOutByFetch({ as, client }: Login): Promise<string> {
  const url = new URL(as.end_session_endpoint ?? '');
  url.searchParams.set('client_id', client.client_id);
  url.searchParams.set('post_logout_redirect_uri', `${location.origin}/logged-out`);
  await fetch(url).catch(() => null);
  return 'The app forgot the user.';
}
