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

/** Where a document came from. */
export function pageOrigin(document: Item, above: (item: Item) => Item | null): PageOrigin {
  let redirected = true;
  let below = document;
  for (let up = above(document); up; up = above(up)) {
    if (up.sighting.kind !== 'document') return { message: up, redirected };
    redirected &&= leadsTo(up, below);
    below = up;
  }
  return { message: null, redirected };
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
export function isOfClient(item: Item, above: (item: Item) => Item | null): boolean {
  if (item.sighting.kind !== 'document') return false;
  const { message } = pageOrigin(item, above);
  if (message === null) return false;
  return isAuthorizationResponse(message) || message.sighting.kind === 'end-session-request';
}
