import type { Sourced } from './source.ts';

/** The subject of an error. */
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
  /** The authentication of the client: its secret, assertion, certificate or method. */
  | 'client-authentication'
  /** What the client may do: grant types, response types, the kind of client. */
  | 'grant-type'
  | 'scope'
  /** The API that the token is for: `resource`, `audience`. */
  | 'target'
  | 'consent'
  /** The account of the user: unknown, locked, a wrong password, another tenant. */
  | 'user'
  /** What the client hands in: a code, a refresh token, an assertion. */
  | 'grant'
  | 'pkce'
  /** The origin of the page that calls (CORS, origins of a client). */
  | 'origin'
  /** An access token that was refused. */
  | 'token'
  /** A parameter of the request, or its form. */
  | 'request'
  | 'rate-limit'
  /** The server that this server asked in turn: an identity provider behind it. */
  | 'upstream'
  /** The callback of an application: state, correlation cookie, nonce. */
  | 'callback'
  /** An application that needs a refresh token and got none. */
  | 'no-refresh-token'
  /** Only that there is an error. */
  | 'other';

/** A text that identifies an error of a server, and its meaning there. */
export interface ErrorSignature extends Sourced {
  readonly about: ErrorMeaning;
  /**
   * `text`, which is the default: the text of a page or of an answer (`answerText` writes it). `url`:
   * the address of a page.
   */
  readonly in?: 'text' | 'url';
  readonly pattern: RegExp;
  /** Words of the same line with which it means something else. */
  readonly unless?: RegExp;
  /**
   * Where it has this meaning: kinds of messages, grants of the token request, or `application` for
   * the page of an application that quotes a server. Without it, everywhere.
   */
  readonly at?: readonly string[];
  /**
   * True for words that no other server uses. They count at every host: for software that runs
   * anywhere, for domains of customers, and for brokers and applications that pass the error on.
   */
  readonly anywhere?: boolean;
  /** Replaces the title of the finding, where the code of the error says something else. */
  readonly title?: string;
  /** In plain words; completes "At … that means: …". `{1}` is the first group of the pattern. */
  readonly means: string;
  /** What to do at this provider; one imperative sentence that names the setting. `{1}` as above. */
  readonly fix: string;
  /** Who can act, when it is not the usual owner of this kind of error. */
  readonly owner?:
    | 'client'
    | 'registration'
    | 'administrator'
    | 'authorization server'
    | 'resource server'
    | 'user';
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
