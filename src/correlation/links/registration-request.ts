import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { byEarlierValue } from '../seeks.ts';
import { byClientNearby, byFirstUse, byRepetition, ofKind } from '../seeks-back-channel.ts';

/** Joins of a registration: to the first attempt of the client that it made. */
const links: LinksOf<'registration-request'> = (request) => {
  const { clientId, token, registrationToken, operation, exchange } = request;
  const { url } = exchange.request;
  const made = ofKind('registration-request', (other) => other.clientId !== null);
  return {
    provides: [
      named(key.token, registrationToken),
      operation === 'create' ? named(key.registered, clientId) : null,
      key.endpoint(url),
      key.used(url),
    ],
    seeks: [
      operation !== 'create' && token ? byEarlierValue(key.token(token)) : null,
      clientId ? byFirstUse(clientId) : null,
      clientId ? byClientNearby(clientId) : null,
      clientId ? null : byRepetition(key.endpoint(url), made),
    ],
    rootable: false,
  };
};

export default links;
