import type { Exchange } from '../http/exchange.ts';
import type { Params } from './values/params.ts';

/** Fields of every message. */
export interface MessageBase {
  readonly exchange: Exchange;
  readonly params: Params;
  /** The CORS preflight of this request, when one was recorded. */
  readonly preflight: Exchange | null;
}

/**
 * Messages that one exchange is enough to recognise. Each file of `kinds/` adds its own by
 * declaration merging, so there is no list: `declare module '../message.ts' { interface
 * MessageTypes { … } }`.
 * @public
 */
export interface MessageTypes {}

/**
 * Messages that only the rest of the attempt makes recognisable. Files of `kinds/` add theirs.
 * @public
 */
export interface AssembledTypes {}

/**
 * Parts of a message, each from one exchange, that the attempt completes. Files of `kinds/` add
 * theirs.
 */
export interface PartTypes {}

/** An exchange seen as OAuth, with its parameters. */
export type Message = MessageTypes[keyof MessageTypes] | AssembledTypes[keyof AssembledTypes];

export type MessageKind = Message['kind'];

export type MessageOf<K extends MessageKind> = Extract<Message, { readonly kind: K }>;

/** What one exchange shows of OAuth, before it is known to which flow it belongs. */
export type Sighting = MessageTypes[keyof MessageTypes] | PartTypes[keyof PartTypes];

export type SightingKind = Sighting['kind'];
