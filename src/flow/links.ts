import type { Seek } from './item.ts';

/** What a sighting offers to others and what it belongs to; absent values leave holes. */
export interface Links {
  readonly provides: readonly (string | null)[];
  readonly seeks: readonly (Seek | null)[];
  readonly parentSeek?: Seek | null;
  readonly metadataSeek?: Seek | null;
  readonly rootable: boolean;
}

/** A value under a key, or nothing when there is no value to join by. */
export function named(
  make: (value: string) => string,
  value: string | null | undefined,
): string | null {
  return value ? make(value) : null;
}
