import type { Item } from '../correlation/item.ts';
import { isBrowserStep } from '../http/browser-step.ts';
import { withoutFragment } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import type {
  AuthorizationResponse,
  ResponseSighting,
} from '../oauth/kinds/authorization-response.ts';
import { isNavigationOnly } from './navigation-exchange.ts';

/** Parameters that identify a response, most specific first. */
const TELLING = ['code', 'response', 'id_token', 'access_token', 'error'];

/** How long after the redirect its request may start, in milliseconds. */
const FOLLOWS_WITHIN = 30_000;

type ResponseItem = Item & { readonly sighting: ResponseSighting };

function isResponse(item: Item): item is ResponseItem {
  return item.sighting.kind === 'response-issued' || item.sighting.kind === 'response-delivered';
}

/** An authorization response and the items that it was made of. */
export interface AssembledResponse {
  readonly message: AuthorizationResponse;
  readonly parts: readonly Item[];
}

/**
 * Combines the redirect that issued an authorization response with the request that delivered it. A
 * second delivery (a reloaded callback) is a separate response.
 */
export function assembleResponses(items: readonly Item[]): readonly AssembledResponse[] {
  const taken = new Set<Item>();
  const made: AssembledResponse[] = [];
  const changed = changedUrls(items);
  for (const [place, issue] of items.entries()) {
    if (!isResponse(issue) || issue.sighting.kind !== 'response-issued') continue;
    const sent = redirectTarget(issue.exchange);
    const to = sent === null ? null : (changed.get(withoutFragment(sent)) ?? null);
    const deliveries = soonAfter(items, place).filter(
      (item) => !taken.has(item) && (delivers(item, issue) || arrivesAt(to, item, issue)),
    );
    const delivery =
      deliveries.find(({ exchange }) => !isNavigationOnly(exchange)) ?? deliveries[0];
    if (delivery) taken.add(delivery);
    made.push({
      message: merged(issue, delivery ?? null),
      parts: delivery ? [issue, delivery] : [issue],
    });
  }
  const delivered = items.filter(({ sighting }) => sighting.kind === 'response-delivered');
  const inRequests = (item: Item): boolean => !isNavigationOnly(item.exchange);
  const ordered = [
    ...delivered.filter(inRequests),
    ...delivered.filter((item) => !inRequests(item)),
  ];
  for (const item of ordered) {
    if (!isResponse(item) || item.sighting.kind !== 'response-delivered' || taken.has(item))
      continue;
    // The URL of a page that was loaded with the response is not a second delivery.
    if (isNavigationOnly(item.exchange) && made.length > 0) continue;
    made.push({ message: merged(null, item), parts: [item] });
  }
  return made;
}

/** The items that start when the one at this place does, or within the time in which its request may. */
function soonAfter(items: readonly Item[], place: number): readonly Item[] {
  const since = items[place]?.startedAt ?? 0;
  let first = place;
  while (first > 0 && items[first - 1]?.startedAt === since) first -= 1;
  let end = place + 1;
  while (end < items.length && (items[end]?.startedAt ?? 0) - since <= FOLLOWS_WITHIN) end += 1;
  return items.slice(first, end);
}

/**
 * The URLs that the browser itself changed before it sent anything, for an extension or HSTS, each
 * with what it made of it. The query may be another one.
 */
function changedUrls(items: readonly Item[]): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const { exchange } of items) {
    const target = isBrowserStep(exchange) ? redirectTarget(exchange) : null;
    if (target) changed.set(withoutFragment(exchange.request.url), withoutFragment(target));
  }
  return changed;
}

/** Whether the item is the delivery of a response whose URL the browser changed to that one. */
function arrivesAt(to: string | null, item: Item, issue: ResponseItem): boolean {
  const delay = item.startedAt - issue.startedAt;
  if (to === null || delay < 0 || delay > FOLLOWS_WITHIN || item === issue) return false;
  if (!isResponse(item) || item.sighting.kind !== 'response-delivered') return false;
  return withoutFragment(item.exchange.request.url) === to;
}

function delivers(item: Item, issue: ResponseItem): boolean {
  const delay = item.startedAt - issue.startedAt;
  if (item === issue || delay < 0 || delay > FOLLOWS_WITHIN) return false;
  if (isResponse(item) && item.sighting.kind === 'response-delivered') {
    const { wire } = issue.sighting;
    const telling = TELLING.find((name) => wire.has(name));
    return telling === undefined
      ? item.sighting.target === issue.sighting.target
      : item.sighting.wire.get(telling) === wire.get(telling);
  }
  if (issue.sighting.mode === 'web_message') return false;
  if (item.sighting.kind !== 'document' || isBrowserStep(item.exchange)) return false;
  return withoutFragment(item.exchange.request.url) === issue.sighting.target;
}

function merged(issue: ResponseItem | null, delivery: Item | null): AuthorizationResponse {
  const shown = delivery && isResponse(delivery) ? delivery : issue;
  if (!shown) throw new Error('a response needs an issue or a delivery');
  const { sighting } = shown;
  return {
    kind: 'authorization-response',
    exchange: (delivery ?? shown).exchange,
    params: sighting.params,
    preflight: null,
    mode: sighting.mode,
    jarm: sighting.jarm,
    wire: sighting.wire,
    issuedBy: issue?.exchange ?? null,
    delivered: delivery !== null,
    target: sighting.target,
    issuedParams: issue?.sighting.params ?? null,
  };
}
