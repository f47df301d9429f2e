import type { MetadataRequest } from '../../oauth/message.ts';
import type { PreflightSighting } from '../../oauth/recognise.ts';
import { stringMember } from '../../oauth/values/json.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { byClosestLogin, byClosestUse, byEndpoint, byValue } from '../seeks.ts';
import { byEndpointUse, byFound, ofKind } from '../seeks-back-channel.ts';
import { type Links, type LinksOf, named } from './links.ts';

/** Where attempts without a browser begin. */
const ENDPOINTS = [
  'device_authorization_endpoint',
  'backchannel_authentication_endpoint',
  'token_endpoint',
];

/** Joins of metadata: to the login it was fetched for. */
export function metadataLinks(sighting: MetadataRequest): Links {
  const { metadata, exchange } = sighting;
  const { url } = exchange.request;
  const endpoint = stringMember(metadata, 'authorization_endpoint');
  const endpoints = ENDPOINTS.flatMap((name) => stringMember(metadata, name) ?? []);
  const found = ofKind('metadata-request', (other) => other.metadata !== null);
  return {
    provides: [
      named(key.metadata, endpoint),
      ...endpoints.map(key.metadata),
      named(key.jwks, stringMember(metadata, 'jwks_uri')),
      key.wellKnown(url),
      key.endpoint(url),
    ],
    seeks: [
      exchange.onDemand ? null : byClosestUse(endpoint ?? url),
      byClosestLogin(endpoint ?? url, exchange),
      ...endpoints.map(byEndpointUse),
      metadata === null ? byFound(key.wellKnown(url), found) : null,
    ],
    rootable: false,
  };
}

/** Joins of a preflight: to its request, else to what goes on at that server. */
export function preflightLinks(sighting: PreflightSighting, self: () => Item): Links {
  const { url } = sighting.exchange.request;
  const atServer: Seek = {
    key: key.server(url),
    pick: 'newest-before',
    within: 120_000,
    accept: () => true,
  };
  return { provides: [], seeks: [byEndpoint(url, self), atServer], rootable: false };
}

/** Joins of a key set: to the metadata that names it, else to the login it was fetched for. */
export const jwksLinks: LinksOf<'jwks-request'> = ({ exchange }) => ({
  provides: [key.endpoint(exchange.request.url)],
  seeks: [byValue(key.jwks(exchange.request.url)), byClosestLogin(exchange.request.url, exchange)],
  rootable: false,
});
