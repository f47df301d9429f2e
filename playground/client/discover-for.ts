import type * as oauth from 'oauth4webapi';
import { discover } from './metadata.ts';
import { clientOf } from './settings.ts';
import { variantOf } from './variants.ts';

/** Reads the metadata of the server at which a scenario logs in. */
export function discoverFor(name: string): Promise<oauth.AuthorizationServer> {
  return discover(clientOf(name).issuer, variantOf(name).metadata);
}
