import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { byEarlierValue, byValue } from '../seeks.ts';

/** Joins of a CIBA notification: to the request that it answers. */
const links: LinksOf<'backchannel-notification'> = (notification) => {
  const { authReqId, accessToken, refreshToken, idToken, exchange } = notification;
  return {
    provides: [
      named(key.polledAuthReqId, authReqId),
      named(key.token, accessToken),
      named(key.token, idToken?.text),
      named(key.token, refreshToken),
      named(key.refresh, refreshToken),
      key.endpoint(exchange.request.url),
    ],
    seeks: [byValue(key.authReqId(authReqId)), byEarlierValue(key.polledAuthReqId(authReqId))],
    rootable: true,
  };
};

export default links;
