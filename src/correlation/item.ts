import type { Exchange } from '../http/exchange.ts';
import type { Sighting } from '../oauth/message.ts';
import type { Timed } from './time-list.ts';

/** One sighting on its way into a flow: what it offers to others and what it looks for. */
export interface Item extends Timed {
  readonly exchange: Exchange;
  readonly sighting: Sighting;
  /** Keys under which others find it. */
  readonly provides: readonly string[];
  /** What it belongs to, strongest join first. */
  readonly seeks: readonly Seek[];
  /** The attempt that contains this one (a broker's login at another server) or precedes it. */
  readonly parentSeeks: readonly ParentSeek[];
  /** The metadata of its authorization server. */
  readonly metadataSeek: Seek | null;
  /** Whether it makes its own flow when it belongs to nothing. */
  readonly rootable: boolean;
}

/** A question to the index. It is pure, so the order of arrival cannot change the answer. */
export interface Seek {
  readonly key: string;
  /**
   * `previous` looks at the direct predecessor only, `nearest` prefers earlier items, `closest`
   * takes the one with the smallest distance in time, `next` looks at later items only.
   */
  readonly pick: 'newest-before' | 'previous' | 'nearest' | 'closest' | 'next';
  /** How far apart the two may be, in milliseconds. */
  readonly within: number;
  /**
   * How much later the other one may be, in milliseconds, unless the user asked for it. Default:
   * `within`.
   */
  readonly ahead?: number;
  accept(candidate: Item): boolean;
  /** Accepts a document by the message that it followed; null when it followed none. */
  readonly follows?: (message: Item | null) => boolean;
  /**
   * A more exact join, among the item's own seeks. When it finds something, this one does not
   * count.
   */
  readonly unless?: Seek;
}

/**
 * How an attempt depends on another: `inside` it (a broker's login at another server), or `after`
 * it.
 */
export type Relation = 'inside' | 'after';

/** A question for the attempt that this one depends on. */
export interface ParentSeek extends Seek {
  readonly relation: Relation;
}
