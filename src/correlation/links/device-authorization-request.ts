import { key } from '../keys.ts';
import { byEarlierValue, byMetadata, byValue } from '../seeks.ts';
import { type LinksOf, named } from './links.ts';
import { resourceKeys } from './pushed-authorization-request.ts';

/** Joins of a device authorization request: its polls and the user's pages seek it. */
export const deviceLinks: LinksOf<'device-authorization-request'> = (request) => {
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

/** Joins of a CIBA request: its polls and the server's notification seek it. */
export const backchannelLinks: LinksOf<'backchannel-authentication-request'> = (request) => {
  const { authReqId, exchange, params } = request;
  const { url } = exchange.request;
  return {
    provides: [
      named(key.authReqId, authReqId),
      named(key.client, params.get('client_id')),
      key.endpoint(url),
      key.used(url),
    ],
    seeks: [],
    metadataSeek: byMetadata(url, exchange),
    rootable: true,
  };
};

/** Joins of a CIBA notification: to the request that it answers. */
export const notificationLinks: LinksOf<'backchannel-notification'> = (notification) => {
  const { authReqId, accessToken, refreshToken, idToken, exchange } = notification;
  return {
    provides: [
      named(key.polled, authReqId),
      named(key.token, accessToken),
      named(key.token, idToken?.text),
      named(key.token, refreshToken),
      named(key.refresh, refreshToken),
      key.endpoint(exchange.request.url),
    ],
    seeks: [byValue(key.authReqId(authReqId)), byEarlierValue(key.polled(authReqId))],
    rootable: true,
  };
};
