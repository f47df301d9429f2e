import type { Sighting } from '../../oauth/recognise.ts';
import { requestLinks } from './authorization-request.ts';
import { responseLinks } from './authorization-response.ts';
import {
  backchannelLinks,
  deviceLinks,
  notificationLinks,
} from './device-authorization-request.ts';
import { documentLinks } from './document.ts';
import { backchannelLogoutLinks, endSessionLinks } from './end-session-request.ts';
import {
  fedcmLinks,
  frontchannelLogoutLinks,
  initiatedLoginLinks,
  sessionIframeLinks,
} from './fedcm-request.ts';
import type { LinksOf } from './links.ts';
import { jwksLinks, metadataLinks, preflightLinks } from './metadata-request.ts';
import { pushedLinks, requestObjectLinks } from './pushed-authorization-request.ts';
import {
  clientMetadataLinks,
  registrationLinks,
  resourceMetadataLinks,
} from './registration-request.ts';
import { tokenLinks, tokenUseLinks } from './token-request.ts';

/** How the sightings of each kind join others. */
export const LINKS: { readonly [K in Sighting['kind']]: LinksOf<K> } = {
  'authorization-request': requestLinks,
  'response-issued': responseLinks,
  'response-delivered': responseLinks,
  'token-request': tokenLinks,
  document: documentLinks,
  'metadata-request': metadataLinks,
  'bare-preflight': preflightLinks,
  'jwks-request': jwksLinks,
  'pushed-authorization-request': pushedLinks,
  'request-object': requestObjectLinks,
  'device-authorization-request': deviceLinks,
  'end-session-request': endSessionLinks,
  'frontchannel-logout-request': frontchannelLogoutLinks,
  'session-iframe': sessionIframeLinks,
  'third-party-initiated-login': initiatedLoginLinks,
  'fedcm-request': fedcmLinks,
  'userinfo-request': tokenUseLinks,
  'api-call': tokenUseLinks,
  'introspection-request': tokenUseLinks,
  'revocation-request': tokenUseLinks,
  'backchannel-authentication-request': backchannelLinks,
  'backchannel-notification': notificationLinks,
  'registration-request': registrationLinks,
  'client-metadata-request': clientMetadataLinks,
  'protected-resource-metadata-request': resourceMetadataLinks,
  'backchannel-logout-request': backchannelLogoutLinks,
};
