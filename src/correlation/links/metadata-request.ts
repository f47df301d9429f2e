import type { MetadataRequest } from '../../oauth/kinds/metadata-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { key } from '../keys.ts';
import { type Links, named } from '../links.ts';
import { byClosestLogin, byClosestUse } from '../seeks.ts';
import { byEndpointUse, byFound, ofKind } from '../seeks-back-channel.ts';

/** Endpoints at which attempts without a browser begin. */
const ENDPOINTS = [
  'device_authorization_endpoint',
  'backchannel_authentication_endpoint',
  'token_endpoint',
];

/** Joins metadata to the login for which it was fetched. */
export default function metadataLinks(sighting: MetadataRequest): Links {
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
      // Only what was found is sought. Otherwise each of many failed tries would look at all others.
      metadata === null ? null : key.wellKnown(url),
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
