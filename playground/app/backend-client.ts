import { importJWK, type JWK } from 'jose';
import * as client from 'openid-client';
import type { Addresses } from '../addresses.ts';
import { serverSideSecret } from '../provider/clients.ts';
import { clientIdOf } from '../scenario.ts';

/** What the app's server knows when it starts. */
export interface BackendSetting {
  readonly addresses: Addresses;
  readonly clientKey: JWK;
  /** Origin of a proxy through which the app's server reaches the authorization server. */
  readonly backChannel: string | null;
}

/** The app's server as a client of the authorization server. */
export async function configuration(
  name: string,
  { addresses: { issuer }, clientKey, backChannel }: BackendSetting,
): Promise<client.Configuration> {
  const through: client.CustomFetch = (url, { body, ...options }) =>
    fetch(backChannel === null ? url : url.replace(issuer, backChannel), {
      ...options,
      ...(body === null || body === undefined ? {} : { body: body as BodyInit }),
    });
  return client.discovery(
    new URL(issuer),
    clientIdOf(name),
    undefined,
    await authentication(name, clientKey),
    { execute: [client.allowInsecureRequests], [client.customFetch]: through },
  );
}

async function authentication(name: string, clientKey: JWK): Promise<client.ClientAuth> {
  if (name !== 'server-side-par') return client.ClientSecretBasic(serverSideSecret);
  const key = await importJWK(clientKey, 'ES256');
  if (!(key instanceof CryptoKey)) throw new Error('the key of the client is no key pair');
  return client.PrivateKeyJwt({ key, kid: clientKey.kid ?? '' });
}
