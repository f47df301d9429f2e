import { redirectTarget } from '../oauth/exchange-view.ts';
import type { Sighting } from '../oauth/recognise.ts';
import { type Item, rankOf, type Seek } from './item.ts';
import { byClosestLogin, byValue } from './joins.ts';
import { key } from './keys.ts';
import { type Links, named } from './links.ts';
import { requestLinks, responseLinks } from './links-authorization.ts';
import { documentLinks, metadataLinks, preflightLinks } from './links-context.ts';
import { tokenLinks, tokenUseLinks } from './links-token.ts';

function linksOf(sighting: Sighting, self: () => Item): Links {
  const { url } = sighting.exchange.request;
  switch (sighting.kind) {
    case 'authorization-request':
      return requestLinks(sighting, self);
    case 'response-issued':
    case 'response-delivered':
      return responseLinks(sighting, self);
    case 'token-request':
      return tokenLinks(sighting);
    case 'document':
      return documentLinks(sighting, self);
    case 'metadata-request':
      return metadataLinks(sighting);
    case 'bare-preflight':
      return preflightLinks(sighting);
    case 'jwks-request':
      return {
        provides: [key.endpoint(url)],
        seeks: [byValue(key.jwks(url)), byClosestLogin(url)],
        rootable: false,
      };
    case 'pushed-authorization-request': {
      const { requestUri } = sighting;
      return {
        provides: [named(key.pushed, requestUri), key.endpoint(url)],
        seeks: [requestUri ? byValue(key.requestUri(requestUri)) : null],
        rootable: true,
      };
    }
    case 'device-authorization-request':
      return {
        provides: [named(key.device, sighting.deviceCode), key.endpoint(url)],
        seeks: [],
        rootable: true,
      };
    case 'end-session-request':
      return {
        provides: [named(key.redirected, redirectTarget(sighting.exchange)), key.page(url)],
        seeks: [],
        rootable: true,
      };
    default:
      return tokenUseLinks(sighting.token, sighting.exchange);
  }
}

/** Makes the item of a sighting: what others can find it by and what it belongs to. */
export function makeItem(sighting: Sighting): Item {
  const { exchange } = sighting;
  const self = (): Item => item;
  const links = linksOf(sighting, self);
  const sameExchange = key.exchange(exchange.id);
  const provides = links.provides.filter((name): name is string => name !== null);
  if (sighting.kind !== 'response-issued' && !provides.includes(sameExchange))
    provides.push(sameExchange);
  const item: Item = {
    id: `${exchange.id} ${sighting.kind}`,
    startedAt: exchange.startedAt,
    rank: rankOf(sighting.kind),
    exchange,
    sighting,
    provides,
    seeks: links.seeks.filter((seek): seek is Seek => seek !== null),
    parentSeek: links.parentSeek ?? null,
    metadataSeek: links.metadataSeek ?? null,
    rootable: links.rootable,
  };
  return item;
}
