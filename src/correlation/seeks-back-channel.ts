import type { Sighting } from '../oauth/message.ts';
import { kindsThat } from '../oauth/message-kinds.ts';
import type { Item, Seek } from './item.ts';
import { key } from './keys.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Kind = Sighting['kind'];

const beginnings: ReadonlySet<string> = kindsThat(({ begins }) => begins === true);

/** Accepts what can begin an attempt of a client that has just registered or read metadata. */
const begins = ({ sighting }: Item): boolean => beginnings.has(sighting.kind);
const isLogin = ({ sighting }: Item): boolean => sighting.kind === 'authorization-request';

/** Accepts one kind only. */
export function ofKind<K extends Kind>(
  kind: K,
  accept: (sighting: Extract<Sighting, { readonly kind: K }>) => boolean = () => true,
): Seek['accept'] {
  return ({ sighting }) =>
    sighting.kind === kind && accept(sighting as Extract<Sighting, { readonly kind: K }>);
}

/** Joins a registration to the first attempt of the client that it made. */
export function byFirstUse(clientId: string): Seek {
  return { key: key.client(clientId), pick: 'next', within: 60 * MINUTE, accept: begins };
}

/** Joins what is fetched about a client to the attempt in which it was fetched. */
export function byClientNearby(clientId: string): Seek {
  return { key: key.client(clientId), pick: 'closest', within: 10 * MINUTE, accept: begins };
}

/** Joins the metadata of an API to the first attempt that asks for a token for it (RFC 8707). */
export function byResourceUse(resource: string): Seek {
  return { key: key.resource(resource), pick: 'next', within: 30 * MINUTE, accept: begins };
}

/** Joins the metadata of an API to the next login at the server that it names (RFC 9728). */
export function byNextLogin(server: string): Seek {
  return { key: key.server(server), pick: 'next', within: 10 * MINUTE, accept: isLogin };
}

/**
 * Joins the metadata of an API to the registration that follows at the server that it names, when
 * that made no client. A request for a token for the API (RFC 8707) that comes before is its use.
 */
export function byRefusedRegistration(server: string, resource: string | null): Seek {
  const use = resource === null ? null : key.resource(resource);
  const accept = ({ sighting, provides }: Item): boolean =>
    (use !== null && beginnings.has(sighting.kind) && provides.includes(use)) ||
    (sighting.kind === 'registration-request' &&
      sighting.operation === 'create' &&
      sighting.clientId === null);
  return { key: key.used(server), pick: 'next', within: MINUTE / 2, accept };
}

/** Joins what names a redirect URI to the next login that returns there. */
export function byNextReturn(redirectUri: string): Seek {
  return { key: key.redirectUri(redirectUri), pick: 'next', within: 10 * MINUTE, accept: isLogin };
}

/** Joins the metadata of a server to what is sent to an endpoint that it names. */
export function byEndpointUse(endpoint: string): Seek {
  return { key: key.endpoint(endpoint), pick: 'closest', within: 10 * MINUTE, accept: begins };
}

/** Joins a refused request to its repetition. */
export function byRepetition(name: string, accept: Seek['accept']): Seek {
  return { key: name, pick: 'next', within: MINUTE, accept };
}

/** Joins a failed try to the document that was found instead, within a short time. */
export function byFound(name: string, accept: Seek['accept']): Seek {
  return { key: name, pick: 'closest', within: 2 * MINUTE, accept };
}

/** Joins the page where a device login is confirmed to the request that named the page. */
export function byVerificationPage(url: string): Seek {
  return {
    key: key.verification(url),
    pick: 'newest-before',
    within: 30 * MINUTE,
    accept: ofKind('device-authorization-request'),
  };
}
