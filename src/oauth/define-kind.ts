import type { Exchange } from '../http/exchange.ts';
import type { ExchangeView } from './exchange-view.ts';
import type { MessageKind, MessageOf, PartTypes, Sighting } from './message.ts';
import type { Grant } from './values/grants.ts';

/** The parties of a flow, in the order in which they are drawn from left to right. */
export const LANES = ['user agent', 'client', 'authorization server', 'resource server'] as const;

export type Lane = (typeof LANES)[number];

/** From whom a message goes to whom. */
export type Lanes = readonly [from: Lane, to: Lane];

/** A token that a message or its response carries, under the name that people know it by. */
export type CarriedToken = readonly [name: string, text: string | null];

/** One thing that a message says without a parameter of its own. */
export interface MessageNote {
  readonly label: string;
  readonly text: string;
}

/** One kind of message. Its file is `kinds/<kind>.ts`; whatever treats kinds differently asks here. */
export interface Kind<K extends MessageKind = MessageKind> {
  readonly kind: K;
  /** What people call it, in the middle of a sentence. */
  readonly word: string;
  readonly lanes: Lanes | LanesOf;
  /**
   * `script`: a page with fetch, or a server; CORS applies to the former. `navigation`: the user
   * agent loads a document. `browser`: the browser itself. `server`: an authorization server.
   */
  readonly sentBy: 'script' | 'navigation' | 'browser' | 'server';
  /** Place among messages of the same millisecond: the order of the protocol. Default: the last. */
  readonly rank?: number;
  /** What one exchange can show of it, with the rank of each. */
  readonly parts?: Readonly<Partial<Record<keyof PartTypes, number>>>;

  /** Asked before all other kinds, or after them. Default: in between. */
  readonly turn?: 'first' | 'last';
  /** Kinds that accept some of the same exchanges and are asked after this one. */
  readonly before?: readonly MessageKind[];
  /** The message, or its part, that the request of an exchange is. The first kind that accepts decides. */
  recognise?(view: ExchangeView): Sighting | null;
  /** What the response of an exchange carries besides, whatever its request is. */
  recogniseInResponse?(view: ExchangeView): Sighting | null;

  /** The error code with which the message was refused; null when it was not, or names none. */
  errorOf?(message: MessageOf<K>): string | null;
  /** Tokens that are not parameters of the request. */
  tokensOf?(message: MessageOf<K>): readonly CarriedToken[];
  /** What it says besides its parameters. */
  notesOf?(message: MessageOf<K>): readonly MessageNote[];

  /** The grant of a flow that holds such a message anywhere, or as its first one. */
  readonly grant?: { readonly of: 'any' | 'first'; readonly is: Grant };
  /** A client can begin an attempt with it. */
  readonly begins?: true;
  /** The attempt has failed when it got no further than this message and the message failed. */
  readonly failsAlone?: true;
  /** The client shows in it who it is. */
  readonly authenticates?: true;
  /** Clients send the same one again and again. */
  readonly repeats?: true;
  /** Checks judge it even when it belongs to no flow. */
  judgedAlone?(message: MessageOf<K>): boolean;
  /** `false`: it says nothing when it belongs to no flow and no check reported it. */
  readonly shownAlone?: false;
}

/** The lanes of one message; `server` is the authorization server of its flow. */
type LanesOf = (exchange: Exchange, server: string | null) => Lanes;

/** Types a kind; adds nothing at run time. */
export function defineKind<K extends MessageKind>(kind: Kind<K>): Kind<K> {
  return kind;
}
