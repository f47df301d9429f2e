import { headerValue } from '../http/headers.ts';
import { originOfUrl, withoutFragment } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import { stringMember } from '../oauth/json.ts';
import type { MetadataRequest } from '../oauth/message.ts';
import type { DocumentSighting, PreflightSighting } from '../oauth/recognise.ts';
import type { Item, Seek } from './item.ts';
import {
  byClosestLogin,
  byEndpoint,
  byOpenAttempt,
  byRedirect,
  byReferrer,
  byValue,
} from './joins.ts';
import { key } from './keys.ts';
import { type Links, type LinksOf, named } from './links.ts';

/** Joins of a document: by redirect, by referrer, else to the attempt open at its server. */
export function documentLinks(sighting: DocumentSighting, self: () => Item): Links {
  const { exchange } = sighting;
  const { url, headers } = exchange.request;
  const referrer = headerValue(headers, 'referer');
  const sameOrigin = referrer !== null && originOfUrl(referrer) === originOfUrl(url);
  return {
    provides: [
      named(key.redirected, redirectTarget(exchange)),
      key.page(url),
      key.exchange(exchange.id),
    ],
    seeks: [
      byRedirect(url, self),
      sameOrigin ? pageOfServer(referrer, self) : null,
      byOpenAttempt(url, self),
    ],
    rootable: false,
  };
}

/** Only pages of the authorization server pass their flow on; a page of the client ends it. */
function pageOfServer(referrer: string, self: () => Item): Seek {
  const seek = byReferrer(withoutFragment(referrer));
  return {
    ...seek,
    accept: (candidate) =>
      (candidate.sighting.kind === 'authorization-request' ||
        candidate.sighting.kind === 'document') &&
      originOfUrl(candidate.exchange.request.url) === originOfUrl(self().exchange.request.url),
  };
}

/** Joins of metadata: to the login it was fetched for. */
export function metadataLinks(sighting: MetadataRequest): Links {
  const { metadata, exchange } = sighting;
  const endpoint = stringMember(metadata, 'authorization_endpoint');
  return {
    provides: [
      named(key.metadata, endpoint),
      named(key.jwks, stringMember(metadata, 'jwks_uri')),
      key.endpoint(exchange.request.url),
    ],
    seeks: [byClosestLogin(endpoint ?? exchange.request.url)],
    rootable: false,
  };
}

/** Joins of a preflight: to its request, else to what goes on at that server. */
export function preflightLinks(sighting: PreflightSighting): Links {
  const { url } = sighting.exchange.request;
  const atServer: Seek = {
    key: key.server(url),
    pick: 'newest-before',
    within: 120_000,
    accept: () => true,
  };
  return { provides: [], seeks: [byEndpoint(url), atServer], rootable: false };
}

/** Joins of a key set: to the metadata that names it, else to the login it was fetched for. */
export const jwksLinks: LinksOf<'jwks-request'> = ({ exchange: { request } }) => ({
  provides: [key.endpoint(request.url)],
  seeks: [byValue(key.jwks(request.url)), byClosestLogin(request.url)],
  rootable: false,
});

/** A logout stands for itself; its pages seek it. */
export const endSessionLinks: LinksOf<'end-session-request'> = ({ exchange }) => ({
  provides: [named(key.redirected, redirectTarget(exchange)), key.page(exchange.request.url)],
  seeks: [],
  rootable: true,
});
