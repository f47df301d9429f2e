import type { Item } from '../correlation/item.ts';
import { isAuthorizationResponse, pageOrigins } from '../correlation/page-origin.ts';
import { isBrowserStep } from '../http/browser-step.ts';
import type { Exchange } from '../http/exchange.ts';
import { memoised } from '../http/memo.ts';
import { originOfUrl, withoutFragment, withoutQuery } from '../http/url.ts';
import {
  type AuthorizationRequest,
  authorizationRequest,
} from '../oauth/kinds/authorization-request.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import type { PushedAuthorizationRequest } from '../oauth/kinds/pushed-authorization-request.ts';
import { managementOf } from '../oauth/kinds/registration-request.ts';
import type { RequestObject } from '../oauth/kinds/request-object.ts';
import type { Message } from '../oauth/message.ts';
import { isByOwnPage } from '../oauth/values/own-page.ts';
import { NO_PARAMS } from '../oauth/values/params.ts';
import { assembleResponses } from './assemble-response.ts';
import { emptyResponses } from './empty-response.ts';
import { ownErrorsAsPages } from './own-errors.ts';
import { receiverOfCode } from './receiver-of-code.ts';
import { requestIn } from './request-in.ts';
import { type UserinfoPlace, userinfoPlace } from './userinfo-place.ts';

/** The parts of the recording around one attempt that assembling it needs. */
export interface Surroundings {
  /** Metadata that names this authorization endpoint, wherever it was fetched. */
  readonly metadata: MetadataRequest | null;
  above(item: Item): Item | null;
}

/** What tells the parties of one attempt apart by the places to which messages go. */
interface Place {
  readonly request: AuthorizationRequest | null;
  readonly userinfo: UserinfoPlace;
  /** Whether the attempt got no further than to a page of the client. */
  readonly onlyPages: boolean;
  readonly originOf: ReturnType<typeof pageOrigins>;
}

/** Makes the messages of one attempt from its items, in order. */
export function assembleMessages(
  all: readonly Item[],
  surroundings: Surroundings,
): readonly Message[] {
  const pages = new Map<Item, Item>();
  const items = emptyResponses(ownErrorsAsPages(all, pages));
  const around: Surroundings = {
    ...surroundings,
    above: (item) => surroundings.above(pages.get(item) ?? item),
  };
  const responses = assembleResponses(items);
  const taken = new Set(responses.flatMap(({ parts }) => parts));
  const issuing = new Set(responses.map(({ message }) => message.issuedBy?.id));
  const delivered = new Set(responses.map(({ message }) => message.exchange.id));
  const preflights = attachPreflights(items, around);
  const request = requestIn(items);
  const place: Place = {
    request,
    userinfo: userinfoPlace(items, around.metadata, request),
    onlyPages: items.every(({ sighting }) => sighting.kind === 'document'),
    originOf: pageOrigins(around.above),
  };
  const responseAt = new Map(responses.map(({ message, parts }) => [parts.at(-1), message]));
  const messages: Message[] = [];
  for (const item of items) {
    const response = responseAt.get(item);
    if (response) messages.push(response);
    if (taken.has(item) || preflights.attached.has(item)) continue;
    const double = issuing.has(item.exchange.id) || delivered.has(item.exchange.id);
    const isPage = item.sighting.kind === 'document' || isConsent(item, around);
    // The form that a user sent is a step of its own, even when its answer is the response.
    const isForm = issuing.has(item.exchange.id) && item.exchange.request.method === 'POST';
    if (double && isPage && !isForm) continue;
    const message = messageOf(item, items, around, place);
    const preflight = preflights.of.get(item.exchange.id);
    if (message) messages.push(preflight ? withPreflight(message, preflight) : message);
  }
  return messages;
}

const preflighted = new WeakMap<Message, Message>();

/** A message with its preflight. It is the same object as long as both are. */
function withPreflight(message: Message, preflight: Exchange): Message {
  const known = preflighted.get(message);
  if (known?.preflight === preflight) return known;
  const made = { ...message, preflight };
  preflighted.set(message, made);
  return made;
}

function attachPreflights(items: readonly Item[], around: Surroundings) {
  const attached = new Set<Item>();
  const of = new Map<string, Item['exchange']>();
  for (const item of items) {
    if (item.sighting.kind !== 'preflight') continue;
    const request = around.above(item);
    if (
      !request ||
      withoutQuery(request.exchange.request.url) !== withoutQuery(item.exchange.request.url)
    )
      continue;
    attached.add(item);
    of.set(request.exchange.id, item.exchange);
  }
  return { attached, of };
}

/** What a page can be in an attempt. */
const pageOf = memoised((exchange: Exchange) => {
  const page = { exchange, params: NO_PARAMS, preflight: null } as const;
  return {
    interaction: { kind: 'interaction', ...page },
    landing: { kind: 'landing', ...page },
  } as const;
});

function messageOf(
  item: Item,
  items: readonly Item[],
  around: Surroundings,
  place: Place,
): Message | null {
  const { sighting, exchange } = item;
  switch (sighting.kind) {
    case 'response-issued':
    case 'response-delivered':
      return null;
    case 'document': {
      if (isBrowserStep(exchange)) return null;
      const kind = place.onlyPages ? pageAlone(item) : documentKind(item, place);
      return kind && pageOf(exchange)[kind];
    }
    case 'authorization-request':
      if (isConsent(item, around)) return pageOf(exchange).interaction;
      return withReferred(sighting, items);
    case 'token-request':
    case 'code-handover':
      return receiverOfCode(sighting, place.request, around.metadata);
    case 'api-call':
      if (around.above(item)?.sighting.kind === 'registration-request')
        return managementOf(sighting);
      return place.userinfo.decide(sighting);
    case 'userinfo-request':
      return place.userinfo.decide(sighting);
    default:
      return sighting;
  }
}

/**
 * Whether a page after the request sends the request's values to the same server again: posts them,
 * or calls the server by fetch.
 */
function isConsent(item: Item, { above }: Surroundings): boolean {
  const isRequest = ({ sighting }: Item): boolean => sighting.kind === 'authorization-request';
  const before = above(item);
  return (
    (item.exchange.request.method === 'POST' || isByOwnPage(item.exchange)) &&
    isRequest(item) &&
    before !== null &&
    isRequest(before)
  );
}

/**
 * A document after the client's redirection endpoint is the client's, not the server's. It is the
 * landing only when redirects alone led there; null for pages that the user visits from there.
 */
function documentKind(item: Item, { originOf }: Place): 'interaction' | 'landing' | null {
  const { message, redirected } = originOf(item);
  if (!message || !isLeft(message, item)) return 'interaction';
  return redirected ? 'landing' : null;
}

/** A page that makes an attempt of its own. What led to it is no part of the attempt. */
function pageAlone({ rootable }: Item): 'landing' | null {
  return rootable ? 'landing' : null;
}

/** Whether a document that follows this message is outside its server. */
function isLeft(message: Item, document: Item): boolean {
  if (message.sighting.kind === 'end-session-request') return leaves(document, message);
  return isAuthorizationResponse(message);
}

/** Whether a document has another origin than the server that received the logout. */
function leaves(item: Item, logout: Item): boolean {
  return originOfUrl(item.exchange.request.url) !== originOfUrl(logout.exchange.request.url);
}

function withReferred(
  request: Extract<Message, { kind: 'authorization-request' }>,
  items: readonly Item[],
): Message {
  const requestUri = request.params.get('request_uri');
  if (requestUri === undefined || request.inner) return request;
  const sightings = items.map(({ sighting }) => sighting);
  const candidates = sightings.filter(
    (sighting): sighting is PushedAuthorizationRequest =>
      sighting.kind === 'pushed-authorization-request',
  );
  const pushed =
    candidates.find((candidate) => candidate.requestUri === requestUri) ??
    candidates.findLast((candidate) => candidate.requestUri === null);
  const document = sightings.find(
    (sighting): sighting is RequestObject =>
      sighting.kind === 'request-object' &&
      withoutFragment(sighting.exchange.request.url) === withoutFragment(requestUri),
  );
  if (!pushed && !document) return request;
  return authorizationRequest(request, request.params, {
    pushed: pushed?.params ?? null,
    object: document?.object ?? null,
  });
}
