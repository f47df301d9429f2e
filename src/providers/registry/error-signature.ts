import type { Sourced } from './source.ts';

/** The subject of an authorization server's error. */
export type ErrorMeaning =
  | 'redirect-mismatch'
  | 'client-unknown'
  | 'policy'
  | 'session-cookie'
  | 'server-error'
  /** A page that something between client and server made. */
  | 'interposed'
  /** The parameters of a logout request. */
  | 'logout-parameters'
  /** No refusal: the client has to go on elsewhere. */
  | 'step'
  /** The authentication of the client at the token endpoint. */
  | 'client-authentication'
  /** The API that the token is for. */
  | 'target'
  | 'other';

/** A text that identifies an error of a server, and its meaning there. */
export interface ErrorSignature extends Sourced {
  readonly about: ErrorMeaning;
  /**
   * `text`: the text of a page, or an error code with its description. `url`: the address of a
   * page.
   */
  readonly in: 'text' | 'url';
  readonly pattern: RegExp;
  /** Words of the same line with which it means something else. */
  readonly unless?: RegExp;
  /**
   * True for words that no other server uses. They count at every host: for software that runs
   * anywhere, for domains of customers, and for brokers that pass the error on.
   */
  readonly anywhere?: boolean;
  /** In plain words. */
  readonly means: string;
  /** What to do at this provider; one imperative sentence that names the setting. */
  readonly fix: string;
  /** Who can act, when it is not the usual owner of this kind of error. */
  readonly owner?: 'client' | 'registration' | 'authorization server' | 'user';
}

/**
 * The place in a script where an error page keeps its message. Group 1 is the inside of a JSON
 * string.
 */
export interface PageMessage extends Sourced {
  readonly pattern: RegExp;
}

/**
 * A URL parameter that holds the error as base64url of a binary format that contains readable text.
 */
export interface PackedError extends Sourced {
  readonly parameter: string;
}
