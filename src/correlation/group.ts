import type { Item, Relation } from './item.ts';

/** The items of one attempt, found from its root. */
export interface Group {
  readonly root: Item;
  /** In time order. */
  readonly items: readonly Item[];
  /** Root of the attempt that this one is inside of or continues. */
  readonly parent: Parent | null;
  /** Metadata of the authorization server, whichever attempt it was fetched for. */
  readonly metadata: Item | null;
}

/** Another attempt that an attempt is inside of or continues. */
export interface Parent {
  readonly item: Item;
  readonly relation: Relation;
}
