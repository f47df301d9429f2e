import { key } from '../keys.ts';
import { byClosestLogin, byEarlierValue } from '../seeks.ts';
import {
  byClientNearby,
  byFirstUse,
  byFound,
  byNextLogin,
  byRepetition,
  byResourceUse,
  ofKind,
} from '../seeks-back-channel.ts';
import { type LinksOf, named } from './links.ts';

/** An API rarely names more than one or two; what is named beyond that is not followed. */
const MAX_SERVERS = 5;

/** Joins of a registration: to the first attempt of the client that it made. */
export const registrationLinks: LinksOf<'registration-request'> = (request) => {
  const { clientId, token, registrationToken, operation, exchange } = request;
  const { url } = exchange.request;
  const made = ofKind('registration-request', (other) => other.clientId !== null);
  return {
    provides: [named(key.token, registrationToken), key.endpoint(url), key.used(url)],
    seeks: [
      operation !== 'create' && token ? byEarlierValue(key.token(token)) : null,
      clientId ? byFirstUse(clientId) : null,
      clientId ? byClientNearby(clientId) : null,
      clientId ? null : byRepetition(key.endpoint(url), made),
    ],
    rootable: false,
  };
};

/** Joins of a client's own document: to the attempt during which the server fetched it. */
export const clientMetadataLinks: LinksOf<'client-metadata-request'> = ({
  clientId,
  exchange,
}) => ({
  provides: [key.endpoint(exchange.request.url)],
  seeks: [byClientNearby(clientId)],
  rootable: false,
});

/** Joins of an API's metadata: to whoever then asks for a token for that API. */
export const resourceMetadataLinks: LinksOf<'protected-resource-metadata-request'> = (request) => {
  const { metadata, resource, authorizationServers, exchange } = request;
  const { url } = exchange.request;
  const tells = ofKind('protected-resource-metadata-request', (other) => other.metadata !== null);
  return {
    provides: [key.resourceMetadata(url), key.resourceServer(url), key.endpoint(url)],
    seeks:
      metadata === null
        ? [byFound(key.resourceServer(url), tells), byClosestLogin(url, exchange)]
        : [
            resource ? byResourceUse(resource) : null,
            ...authorizationServers.slice(0, MAX_SERVERS).map(byNextLogin),
          ],
    rootable: false,
  };
};
