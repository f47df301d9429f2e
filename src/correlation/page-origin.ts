import { withoutFragment } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import type { Item } from './item.ts';

interface PageOrigin {
  /**
   * The message that the documents above this one followed; null when there are only documents
   * above.
   */
  readonly message: Item | null;
  /** Whether only redirects led from that message to this document. */
  readonly redirected: boolean;
}

type Above = (item: Item) => Item | null;

/**
 * Where documents came from. What is known of one document is remembered for those below it, as long
 * as no item moves.
 */
export function pageOrigins(above: Above): (document: Item) => PageOrigin {
  const known = new Map<Item, PageOrigin>();
  return (document) => {
    const way: Item[] = [];
    let top: Item | null = document;
    while (top?.sighting.kind === 'document' && !known.has(top)) {
      way.push(top);
      top = above(top);
    }
    let origin: PageOrigin = (top && known.get(top)) ?? { message: top, redirected: true };
    for (let below = way.pop(); below; below = way.pop()) {
      const redirected =
        origin.redirected && (top?.sighting.kind !== 'document' || leadsTo(top, below));
      origin = { ...origin, redirected };
      known.set(below, origin);
      top = below;
    }
    return origin;
  };
}

/** The message that the documents above this one followed; null when there are only documents. */
export function messageAbove(document: Item, above: Above): Item | null {
  let up = above(document);
  while (up?.sighting.kind === 'document') up = above(up);
  return up;
}

/** Whether a message is a response. Pages after it belong to the client, not to the server. */
export function isAuthorizationResponse({ sighting: { kind } }: Item): boolean {
  return kind === 'response-delivered' || kind === 'response-issued';
}

function leadsTo(from: Item, to: Item): boolean {
  const target = redirectTarget(from.exchange);
  return target !== null && withoutFragment(target) === withoutFragment(to.exchange.request.url);
}

/** Whether a client showed the page after a login or a logout: it starts another login there. */
export function isOfClient(item: Item, above: Above): boolean {
  if (item.sighting.kind !== 'document') return false;
  const message = messageAbove(item, above);
  if (message === null) return false;
  return isAuthorizationResponse(message) || message.sighting.kind === 'end-session-request';
}
