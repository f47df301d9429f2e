import type { Sourced } from './source.ts';

/** How the authorization requests of a provider differ from RFC 6749 section 4.1.1. */
export interface RequestShape extends Sourced {
  /** Tested against the path of the endpoint. */
  readonly path: RegExp;
  /** True when the software runs at hosts of its customers too. */
  readonly anywhere?: boolean;
  /** The provider's names, by the registered one. */
  readonly names?: Readonly<Record<string, string>>;
  /** What a parameter that is absent stands for. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Parameters that the provider does without. */
  readonly without?: readonly string[];
  /** Members of `response_type` beside those of OAuth, which the provider separates by commas. */
  readonly responseTypes?: readonly string[];
  /** Parameters that, all together, make a request at this endpoint. */
  readonly known: readonly [string, ...string[]];
}

/** How the responses of a provider differ from the specifications. */
export type ResponseShape = Sourced &
  (
    | {
        readonly of: 'authorization-response';
        /** The provider's names, by the registered one. */
        readonly names: Readonly<Record<string, string>>;
        /** The parameter whose presence tells that the response is this provider's. */
        readonly beside: string;
      }
    | {
        readonly of: 'device-authorization-response';
        readonly names: Readonly<Record<string, string>>;
      }
    | {
        readonly of: 'token-response';
        /** The member that is true in every success of this provider. */
        readonly beside: string;
        /** The object that holds the access token when the response itself has none. */
        readonly accessTokenIn: string;
        readonly without: readonly string[];
      }
  );

/** A response mode of the provider's own that works as a registered one does. */
export interface ResponseMode extends Sourced {
  readonly name: string;
  readonly like: 'web_message';
}
