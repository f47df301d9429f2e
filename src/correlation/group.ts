import type { Item, Relation } from './item.ts';

/** Items of one attempt, found from its root. */
export interface Group {
  readonly root: Item;
  /** In time order. */
  readonly items: readonly Item[];
  /** Root of the attempt that this one rests on, and how. */
  readonly parent: Parent | null;
  /** Metadata of the authorization server, fetched for this attempt or for another one. */
  readonly metadata: Item | null;
}

/** What an attempt rests on. */
export interface Parent {
  readonly item: Item;
  readonly relation: Relation;
}
