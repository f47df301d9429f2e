import * as oauth from 'oauth4webapi';
import { discoverFor } from './discover-for.ts';
import { local } from './metadata.ts';
import { clientOf } from './settings.ts';

/**
 * A client as the server registered it, with the address and token to manage it (RFC 7592 section
 * 3).
 */
interface Registered {
  readonly client_id: string;
  readonly registration_client_uri: string;
  readonly registration_access_token: string;
}

/** Registers this page as a client (RFC 7591 section 3). */
export async function register(
  as: oauth.AuthorizationServer,
  name: string,
  redirectUri = clientOf(name).redirectUri,
): Promise<Registered> {
  const metadata = { ...about(name), redirect_uris: [redirectUri] };
  const answer = await oauth.dynamicClientRegistrationRequest(as, metadata, local);
  const registered = await oauth.processDynamicClientRegistrationResponse(answer);
  return registered as unknown as Registered;
}

function about(name: string) {
  return {
    client_name: name,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
}

/** Registers, reads, changes and deletes a client (RFC 7592 section 2). */
export async function manageRegistration(name: string): Promise<string> {
  const client = await register(await discoverFor(name), name);
  const { client_id, registration_client_uri: url } = client;
  const { redirectUri } = clientOf(name);
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const read = await fetch(url, { headers: bearer(client.registration_access_token) });
  await read.json();
  const changed = await fetch(url, {
    method: 'PUT',
    headers: { ...bearer(client.registration_access_token), 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...about(name),
      client_id,
      client_name: `${name}, renamed`,
      redirect_uris: [redirectUri],
    }),
  });
  const { registration_access_token } = (await changed.json()) as Registered;
  const headers = bearer(registration_access_token);
  const deleted = await fetch(url, { method: 'DELETE', headers });
  return `Registered, renamed and deleted (${deleted.status}).`;
}

/** Registers a redirect URI with a fragment, which RFC 6749 section 3.1.2 forbids. */
export async function registerRefused(name: string): Promise<string> {
  const { redirectUri } = clientOf(name);
  const { client_id } = await register(await discoverFor(name), name, `${redirectUri}#home`);
  return `Registered as ${client_id}.`;
}
