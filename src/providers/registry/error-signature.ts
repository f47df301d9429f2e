import type { Sourced } from './source.ts';

/** What an error of an authorization server is about. */
export type ErrorMeaning =
  | 'redirect-mismatch'
  | 'client-unknown'
  | 'policy'
  | 'session-cookie'
  | 'server-error'
  | 'other';

/** A text by which an error of a server is known, and what it means there. */
export interface ErrorSignature extends Sourced {
  readonly about: ErrorMeaning;
  /** `text`: what a page shows, or an error code with its description. `url`: the address of a page. */
  readonly in: 'text' | 'url';
  readonly pattern: RegExp;
  /**
   * True for words that no other server uses: they count at every host, for software that runs
   * anywhere, for domains of customers, and for brokers that pass the error on.
   */
  readonly anywhere?: boolean;
  /** In plain words. */
  readonly means: string;
  /** What to do at this provider; one imperative sentence that names the setting. */
  readonly fix: string;
  /** Who can act, when it is not the one whom this kind of error usually concerns. */
  readonly owner?: 'client' | 'registration' | 'authorization server' | 'user';
}

/** Where an error page keeps its message when a script shows it; group 1 is the inside of a JSON string. */
export interface PageMessage extends Sourced {
  readonly pattern: RegExp;
}

/** A URL parameter that holds the error as base64url of a binary format with readable text in it. */
export interface PackedError extends Sourced {
  readonly parameter: string;
}
