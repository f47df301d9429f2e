import type * as oauth from 'oauth4webapi';
import type { Attempt } from './status.ts';

/** A message between client and authorization server, before it is sent or after it arrived. */
export interface Travelling {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly parameters: URLSearchParams;
}

/** A response, with the secrets that the client remembers of its request. */
export interface Returned extends Travelling {
  readonly secrets: Attempt;
}

/**
 * The difference between a correct login and the usual one with code, PKCE and everything in the
 * URL.
 */
export interface Variant {
  /** Authorization request parameters to add or replace. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Returns the parameters to send through the browser in place of the original ones. */
  readonly send?: (request: Travelling) => Promise<URLSearchParams>;
  /** Validates the response. The result holds the code. */
  readonly receive?: (response: Returned) => Promise<URLSearchParams>;
  /** Binds the tokens to a key of the page (RFC 9449). */
  readonly dpop?: true;
  /** Where the server's metadata is read. `oauth2` is RFC 8414. */
  readonly metadata?: 'oauth2';
  /** Parameters of the token request that differ. */
  readonly redemption?: Readonly<Record<string, string>>;
}
