import type { ErrorSignature, PackedError, PageMessage } from './error-signature.ts';
import type { RequestShape, ResponseMode, ResponseShape } from './message-shape.ts';
import type { Sourced } from './source.ts';

/**
 * Host names that belong to one provider alone: `login.example.com`, or `*.example.com` for
 * tenants.
 */
interface Hosts extends Sourced {
  readonly names: readonly [string, ...string[]];
}

/**
 * A sign that identifies a provider at any host, because customers run its software or use their
 * own domain.
 */
export type Mark = Sourced &
  (
    | { readonly in: 'url'; readonly pattern: RegExp }
    /** Name of a response header, in lower case. */
    | { readonly in: 'header'; readonly name: string }
    /** Name of a cookie that the response sets. */
    | { readonly in: 'cookie'; readonly name: string }
    /** Tested against the start of the body. */
    | { readonly in: 'markup'; readonly pattern: RegExp }
  );

/** A peculiarity of a provider's issuers. */
type IssuerHabit = Sourced &
  (
    | { readonly kind: 'spellings'; readonly spellings: readonly [string, string, ...string[]] }
    /** The issuer of endpoints below `endpoints` ends with `suffix` instead of that path. */
    | { readonly kind: 'beside-endpoints'; readonly endpoints: string; readonly suffix: string }
    /**
     * Tokens with this claim come from another issuer, which shares keys with the one of the
     * metadata.
     */
    | { readonly kind: 'shares-keys'; readonly claim: string }
    /**
     * The keys of issuers that match are at these URLs, whose `{}` is the first group of the
     * pattern. Only for keys that no path of the issuer leads to.
     */
    | { readonly kind: 'keys-at'; readonly issuers: RegExp; readonly urls: readonly string[] }
    /**
     * Access tokens of issuers that match, with this member in their header, can be verified by the
     * provider's own APIs only.
     */
    | { readonly kind: 'seals-tokens'; readonly issuers: RegExp; readonly member: string }
  );

/** A deliberate departure of a provider from a specification, which no check may report. */
export interface Deviation extends Sourced {
  /**
   * `no-openid`: does not know the `openid` scope, or does not require it. `no-pkce`: offers no
   * PKCE to web applications. `no-token-type`: answers without `token_type`. `issuer-elsewhere`:
   * publishes metadata at URLs with other names of a tenant than its issuer has. `comma-scopes`:
   * separates scopes by commas. `no-resource-indicator`: the scope names the API, and `resource`
   * beside it is refused.
   */
  readonly kind:
    | 'no-openid'
    | 'no-pkce'
    | 'no-token-type'
    | 'issuer-elsewhere'
    | 'comma-scopes'
    | 'no-resource-indicator';
}

/** The name that a setting has in the console of the provider, with the way to it. */
export interface ConsoleSetting extends Sourced {
  readonly setting:
    | 'redirect-uris'
    | 'logout-uris'
    /** Origins of pages that may call the server (CORS) or use the client. */
    | 'origins'
    /** Where the client and its id are. */
    | 'client'
    | 'client-secret'
    /** How the client authenticates, and whether it is public. */
    | 'client-authentication'
    | 'grant-types'
    /** Scopes and permissions of the client. */
    | 'scopes'
    | 'token-lifetimes'
    | 'subject-claim'
    /** What a client has to do for a refresh token; one imperative sentence without a full stop. */
    | 'refresh-token'
    /** What decides iss of access tokens. */
    | 'token-issuer';
  readonly name: string;
}

/**
 * An error code of the token endpoint after which the client continues, such as the demand for a
 * second factor. It counts at every host, because tenants have their own domains.
 */
interface TokenStep extends Sourced {
  readonly code: string;
  /** What the client has to do; one imperative sentence. */
  readonly next: string;
}

/** A provider whose tokens are for one API each. The API of a scope is the URL before its last part. */
interface OneResource extends Sourced {
  /** The API of scopes that are no URLs. */
  readonly ofBareScopes: string;
}

/** Requests that carry copies of page URLs, with their parameters, and are not OAuth. */
interface UrlCopies extends Sourced {
  readonly pattern: RegExp;
}

/** Requests by which pages load the login button or prompt of a provider, with a `client_id`. */
interface LoginButton extends Sourced {
  /** The path without its first slash. */
  readonly path: RegExp;
}

/** How the operators of a provider find one request again. */
interface Logs extends Sourced {
  /** Response headers with an id, in lower case. */
  readonly headers?: readonly string[];
  /** Completes the sentence "Look it up in …". */
  readonly place?: string;
  /** Completes "While you develop, switch on …": the setting that puts reasons into answers. */
  readonly details?: string;
}

/** An API of the provider itself, which clients ask for although they call another API. */
export interface ProviderApi extends Sourced {
  readonly name: string;
  /** What `aud` of its tokens is. */
  readonly audience: RegExp;
  /** True for an audience that no other server uses. */
  readonly anywhere?: true;
  /** Where it is. Empty when it is at the authorization server. */
  readonly hosts: readonly string[];
  /** How to get a token for another API instead; one imperative sentence. */
  readonly fix: string;
}

/** Everything that is known about one provider. */
export interface ProviderDefinition {
  readonly name: string;
  readonly hosts?: Hosts;
  readonly marks?: readonly Mark[];
  readonly issuers?: readonly IssuerHabit[];
  readonly requests?: readonly RequestShape[];
  readonly responses?: readonly ResponseShape[];
  readonly responseModes?: readonly ResponseMode[];
  readonly deviations?: readonly Deviation[];
  readonly oneResource?: OneResource;
  readonly errors?: readonly ErrorSignature[];
  readonly tokenSteps?: readonly TokenStep[];
  readonly pageMessage?: PageMessage;
  readonly packedError?: PackedError;
  readonly console?: readonly ConsoleSetting[];
  readonly logs?: Logs;
  readonly apis?: readonly ProviderApi[];
  readonly urlCopies?: UrlCopies;
  readonly loginButton?: LoginButton;
}

/** A registered provider; its id is its file name. */
export interface Provider extends ProviderDefinition {
  readonly id: string;
}

/** Types a provider; adds nothing at run time. */
export function defineProvider(definition: ProviderDefinition): ProviderDefinition {
  return definition;
}
