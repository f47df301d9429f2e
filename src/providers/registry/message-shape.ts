import type { Sourced } from './source.ts';

/** How the authorization requests of a provider differ from RFC 6749 section 4.1.1. */
export interface RequestShape extends Sourced {
  /** Tested against the path of the endpoint. */
  readonly path: RegExp;
  /** True when the software runs at hosts of its customers too. */
  readonly anywhere?: boolean;
  /** The provider's name of each parameter, by the registered name. */
  readonly names?: Readonly<Record<string, string>>;
  /** The value that an absent parameter stands for. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Parameters that the provider does not require. */
  readonly without?: readonly string[];
  /**
   * Members of `response_type` that OAuth does not define. The provider separates members by commas
   * or spaces.
   */
  readonly responseTypes?: readonly string[];
  /** Parameters that identify a request at this endpoint when all of them are present. */
  readonly known: readonly [string, ...string[]];
}

/** How the responses of a provider differ from the specifications. */
export type ResponseShape = Sourced &
  (
    | {
        readonly of: 'authorization-response';
        /** The provider's name of each parameter, by the registered name. */
        readonly names: Readonly<Record<string, string>>;
        /** The parameter whose presence shows that the response is this provider's. */
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

/** A provider's own response mode that works like a registered one. */
export interface ResponseMode extends Sourced {
  readonly name: string;
  readonly like: 'web_message';
}
