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
  /** The attempt that this one is nested in (a broker's login at another server) or continues. */
  readonly parentSeeks: readonly ParentSeek[];
  /** The metadata of its authorization server. */
  readonly metadataSeek: Seek | null;
  /** Whether it makes a flow of its own when it belongs to nothing. */
  readonly rootable: boolean;
}

/** A question to the index; pure, so that the order of arrival cannot change the answer. */
export interface Seek {
  readonly key: string;
  /**
   * `previous` looks at the direct predecessor only, `nearest` prefers what came before, `closest`
   * takes whatever is less far away in time, `next` only what comes after.
   */
  readonly pick: 'newest-before' | 'previous' | 'nearest' | 'closest' | 'next';
  /** How far apart the two may be, in milliseconds. */
  readonly within: number;
  accept(candidate: Item): boolean;
  /** Whether a document may be it that followed this message; null when it followed none. */
  readonly follows?: (message: Item | null) => boolean;
  /** An exacter join, among the item's own seeks, that makes this one worthless. */
  readonly unless?: Seek;
}

/** How an attempt rests on another: `inside` it (a broker's login at another server), or `after` it. */
export type Relation = 'inside' | 'after';

/** A question for the attempt that this one rests on. */
export interface ParentSeek extends Seek {
  readonly relation: Relation;
}
