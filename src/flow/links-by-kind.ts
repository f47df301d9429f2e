import type { Sighting } from '../oauth/recognise.ts';
import type { LinksOf } from './links.ts';
import { requestLinks } from './links-authorization.ts';
import {
  fedcmLinks,
  frontchannelLogoutLinks,
  initiatedLoginLinks,
  sessionIframeLinks,
} from './links-browser.ts';
import { clientMetadataLinks, registrationLinks, resourceMetadataLinks } from './links-client.ts';
import { jwksLinks, metadataLinks, preflightLinks } from './links-context.ts';
import { backchannelLinks, deviceLinks, notificationLinks } from './links-device.ts';
import { pushedLinks, requestObjectLinks } from './links-direct.ts';
import { documentLinks } from './links-document.ts';
import { responseLinks } from './links-response.ts';
import { backchannelLogoutLinks, endSessionLinks } from './links-session.ts';
import { tokenLinks, tokenUseLinks } from './links-token.ts';

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
