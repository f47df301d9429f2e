import type { Exchange } from '../http/exchange.ts';
import type { Params } from './values/params.ts';

/** What every message has, whatever its kind. */
export interface MessageBase {
  readonly exchange: Exchange;
  readonly params: Params;
  /** The CORS preflight that went before this request, when one was seen. */
  readonly preflight: Exchange | null;
}

/**
 * The messages that one exchange shows by itself. Each file of `kinds/` adds its own by declaration
 * merging, so nothing lists them: `declare module '../message.ts' { interface MessageTypes { … } }`.
 */
export interface MessageTypes {}

/** The messages that only the other messages of the attempt show. Files of `kinds/` add theirs. */
export interface AssembledTypes {}

/** What one exchange shows of a message that the attempt completes. Files of `kinds/` add theirs. */
export interface PartTypes {}

/** An exchange seen as OAuth, with its parameters. */
export type Message = MessageTypes[keyof MessageTypes] | AssembledTypes[keyof AssembledTypes];

export type MessageKind = Message['kind'];

export type MessageOf<K extends MessageKind> = Extract<Message, { readonly kind: K }>;

/** What one exchange shows of OAuth; which flow it belongs to is not decided here. */
export type Sighting = MessageTypes[keyof MessageTypes] | PartTypes[keyof PartTypes];

export type SightingKind = Sighting['kind'];

export type SightingOf<K extends SightingKind> = Extract<Sighting, { readonly kind: K }>;
