import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { resourceKeys } from '../request-keys.ts';
import { byMetadata } from '../seeks.ts';

/** Joins of a device authorization request: its polls and the user's pages seek it. */
const links: LinksOf<'device-authorization-request'> = (request) => {
  const { deviceCode, userCode, verificationUri, exchange, params } = request;
  const { url } = exchange.request;
  return {
    provides: [
      named(key.device, deviceCode),
      named(key.userCode, userCode),
      named(key.verification, verificationUri),
      named(key.client, params.get('client_id')),
      ...resourceKeys(params.all('resource')),
      key.endpoint(url),
      key.used(url),
    ],
    seeks: [],
    metadataSeek: byMetadata(url, exchange),
    rootable: true,
  };
};

export default links;
