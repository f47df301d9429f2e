import type { Item } from '../correlation/item.ts';
import type { AuthorizationRequest } from '../oauth/kinds/authorization-request.ts';

/** The first authorization request among the items of an attempt. */
export function requestIn(items: readonly Item[]): AuthorizationRequest | null {
  for (const { sighting } of items) if (sighting.kind === 'authorization-request') return sighting;
  return null;
}
