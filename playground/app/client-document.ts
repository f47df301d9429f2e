import type { Addresses } from '../addresses.ts';
import { clientIdAt, redirectUriOfPage } from '../provider/clients.ts';

const name = 'mcp-client-document';

/** Path of the document at the only server with TLS. */
export const documentPath = `/${name}`;

/** The metadata of a client that nobody registered (Client ID Metadata Document section 4). */
export function clientDocument(addresses: Addresses): string {
  return JSON.stringify({
    client_id: clientIdAt(name, addresses),
    client_name: name,
    redirect_uris: [redirectUriOfPage(name, addresses)],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'none',
    scope: 'notes.read',
  });
}
