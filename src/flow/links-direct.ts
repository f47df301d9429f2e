import { byValue } from './joins.ts';
import { key } from './keys.ts';
import type { LinksOf } from './links.ts';
import { named } from './links.ts';

/** Joins of a pushed request: to the authorization request that refers to it. */
export const pushedLinks: LinksOf<'pushed-authorization-request'> = ({ requestUri, exchange }) => ({
  provides: [named(key.pushed, requestUri), key.endpoint(exchange.request.url)],
  seeks: [requestUri ? byValue(key.requestUri(requestUri)) : null],
  rootable: true,
});

/** Joins of a device authorization request: its polls seek it. */
export const deviceLinks: LinksOf<'device-authorization-request'> = ({ deviceCode, exchange }) => ({
  provides: [named(key.device, deviceCode), key.endpoint(exchange.request.url)],
  seeks: [],
  rootable: true,
});
