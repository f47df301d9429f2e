import type { Exchange } from '../http/exchange.ts';
import { postTargets } from '../oauth/documents/page-forms.ts';
import type { Sighting } from '../oauth/message.ts';
import type { Item, ParentSeek, Seek } from './item.ts';
import { key } from './keys.ts';

/**
 * What a sighting offers to others and what it belongs to; absent values leave null in the lists.
 */
export interface Links {
  readonly provides: readonly (string | null)[];
  readonly seeks: readonly (Seek | null)[];
  /** The attempt that contains this one or precedes it, strongest join first. */
  readonly parentSeeks?: readonly (ParentSeek | null)[];
  readonly metadataSeek?: Seek | null;
  readonly rootable: boolean;
}

/** Makes the links of one kind. `self` returns the item that they are made for, once it exists. */
export type LinksOf<K extends Sighting['kind']> = (
  sighting: Extract<Sighting, { readonly kind: K }>,
  self: () => Item,
) => Links;

/** A key with its value; null when there is no value to join by. */
export function named(
  make: (value: string) => string,
  value: string | null | undefined,
): string | null {
  return value ? make(value) : null;
}

/** Keys of a page: its own URL, and the URLs to which its forms post. */
export function pageKeys(exchange: Exchange): readonly string[] {
  return [key.page(exchange.request.url), ...postTargets(exchange).map(key.posted)];
}
