import type * as oauth from 'oauth4webapi';
import type { Attempt } from './status.ts';

/** A message between client and authorization server before it is sent, or after it came. */
export interface Travelling {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly parameters: URLSearchParams;
}

/** A response that came back, with what the client remembers of its request. */
export interface Returned extends Travelling {
  readonly secrets: Attempt;
}

/** Where a faultless login differs from the usual one: code, PKCE, everything in the URL. */
export interface Variant {
  /** Parameters of the authorization request that are added or replaced. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Gives what travels through the browser instead of the parameters themselves. */
  readonly send?: (request: Travelling) => Promise<URLSearchParams>;
  /** Validates the response; what it gives holds the code. */
  readonly receive?: (response: Returned) => Promise<URLSearchParams>;
  /** Binds the tokens to a key of the page (RFC 9449). */
  readonly dpop?: true;
  /** Where the server's metadata is looked for; `oauth2` is RFC 8414. */
  readonly metadata?: 'oauth2';
  /** What differs in the token request. */
  readonly redemption?: Readonly<Record<string, string>>;
}
