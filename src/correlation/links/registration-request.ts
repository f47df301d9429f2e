import {
  applicationOf,
  type RegistrationRequest,
  redirectUrisOf,
} from '../../oauth/kinds/registration-request.ts';
import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { byEarlierValue } from '../seeks.ts';
import {
  byClientNearby,
  byFirstUse,
  byNextReturn,
  byRepetition,
  ofKind,
} from '../seeks-back-channel.ts';

/**
 * Joins of a registration: to the first attempt of the client that it made. One that made no client
 * belongs to its repetition, or to the login that the client began without it.
 */
const links: LinksOf<'registration-request'> = (request) => {
  const { clientId, token, registrationToken, operation, exchange } = request;
  const { url } = exchange.request;
  const made = ofKind(
    'registration-request',
    (other) => other.clientId !== null && applicationOf(other) === applicationOf(request),
  );
  return {
    provides: [
      named(key.token, registrationToken),
      operation === 'create' ? named(key.registered, clientId) : null,
      operation === 'create' && clientId ? key.registrations(url) : null,
      key.endpoint(url),
      key.used(url),
    ],
    seeks: [
      operation !== 'create' && token ? byEarlierValue(key.token(token)) : null,
      clientId ? byFirstUse(clientId) : null,
      clientId ? byClientNearby(clientId) : null,
      clientId ? null : byRepetition(key.endpoint(url), made),
      ...(clientId ? [] : returnsOf(request).map(byNextReturn)),
    ],
    rootable: false,
  };
};

/** A redirect URI with a fragment is never used (RFC 6749 section 3.1.2). */
function returnsOf(request: RegistrationRequest): readonly string[] {
  return redirectUrisOf(request).filter((uri) => !uri.includes('#'));
}

export default links;
