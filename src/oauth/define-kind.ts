import type { Exchange } from '../http/exchange.ts';
import type { ExchangeView } from './exchange-view.ts';
import type { MessageKind, MessageOf, PartTypes, Sighting } from './message.ts';
import type { TokenName } from './message-tokens.ts';
import type { Grant } from './values/grants.ts';

/** The parties of a flow, in the order of their columns from left to right. */
export const LANES = ['user agent', 'client', 'authorization server', 'resource server'] as const;

export type Lane = (typeof LANES)[number];

/** Sender and receiver of a message. */
export type Lanes = readonly [from: Lane, to: Lane];

/** A token that a message or its response carries, with the name that users know. */
type CarriedToken = readonly [name: TokenName, text: string | null];

/** A fact about a message that is not one of its parameters. */
export interface MessageNote {
  readonly label: string;
  readonly text: string;
}

/** The signs of a kind in the bare text of a request, before anything is parsed. */
interface Signs {
  /** Matches one segment of the path, or several with `/` between them. */
  readonly path?: RegExp;
  /** Names of parameters in the query or in the fragment. */
  readonly query?: readonly string[];
  /** Names of parameters in a form, or of members in JSON. */
  readonly body?: readonly string[];
}

/**
 * One kind of message; its file is `kinds/<kind>.ts`. Code that treats kinds differently reads its
 * traits here.
 */
export interface Kind<K extends MessageKind = MessageKind> {
  readonly kind: K;
  /** The name that users read, as used in the middle of a sentence. */
  readonly word: string;
  /** The name of one message, where it depends on more than its kind. */
  wordOf?(exchange: Exchange): string;
  readonly lanes: Lanes | LanesOf;
  /**
   * `script`: a page with fetch, or a server; CORS applies to the former. `navigation`: the user
   * agent loads a document. `browser`: the browser itself. `server`: an authorization server.
   */
  readonly sentBy: 'script' | 'navigation' | 'browser' | 'server';
  /**
   * Position among messages of the same millisecond, in the order of the protocol. Default: the
   * last.
   */
  readonly rank?: number;
  /** Parts of the message that one exchange can show, with the rank of each. */
  readonly parts?: Readonly<Partial<Record<keyof PartTypes, number>>>;

  /** The signs by which a recorder keeps such a message. */
  readonly signs?: Signs;
  /** Whether this kind is tried before all other kinds, or after them. Default: in between. */
  readonly turn?: 'first' | 'last';
  /** Kinds that accept some of the same exchanges and are tried after this one. */
  readonly before?: readonly MessageKind[];
  /**
   * Recognises the message, or its part, in the request of an exchange. The first kind that accepts
   * decides.
   */
  recognise?(view: ExchangeView): Sighting | null;
  /** Recognises what the response of an exchange carries, whatever its request is. */
  recogniseInResponse?(view: ExchangeView): Sighting | null;

  /**
   * The error code with which the message was refused; null when it was not refused, or without a
   * code.
   */
  errorOf?(message: MessageOf<K>): string | null;
  /** Tokens that are not parameters of the request. */
  tokensOf?(message: MessageOf<K>): readonly CarriedToken[];
  /** Facts about the message besides its parameters. */
  notesOf?(message: MessageOf<K>): readonly MessageNote[];

  /**
   * The grant of a flow that holds such a message anywhere, or as its first one. `lone`: of a flow
   * that asks for no token. `use`: the same, when nothing but tokens are used in it.
   */
  readonly grant?: { readonly of: 'any' | 'first' | 'lone' | 'use'; readonly is: Grant };
  /** Whether a client can begin an attempt with it. */
  readonly begins?: true;
  /**
   * Whether the attempt has failed when it got no further than this message and the message failed.
   */
  readonly failsAlone?: true;
  /** The member of the server's metadata that names the endpoint (RFC 8414 section 2). */
  readonly listedAs?: string;
  /** Whether the message serves nothing but to get tokens, so that tokens make up for its failure. */
  readonly leadsToTokens?: true;
  /**
   * What the message is for, when several requests serve the same purpose. Default: the method and
   * the URL without its query.
   */
  purposeOf?(message: MessageOf<K>): string;
  /** Whether the response brought what was asked for. Default: an answer without an error. */
  isAttained?(message: MessageOf<K>): boolean;
  /** Whether the client authenticates in it. */
  readonly authenticates?: true;
  /** Whether the answer is a document that other messages are judged by: metadata or keys. */
  readonly isDocument?: true;
  /** Whether clients send the same message again and again. */
  readonly repeats?: true;
  /** Whether checks judge the message even when it belongs to no flow. */
  judgedAlone?(message: MessageOf<K>): boolean;
  /** `false`: not shown when it belongs to no flow and no check reported it. */
  readonly shownAlone?: false;
}

/** The lanes of one message; `server` is the authorization server of its flow. */
type LanesOf = (exchange: Exchange, server: string | null) => Lanes;

/** Types a kind; adds nothing at run time. */
export function defineKind<K extends MessageKind>(kind: Kind<K>): Kind<K> {
  return kind;
}
