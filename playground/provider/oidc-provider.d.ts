// oidc-provider has no types. These are the parts that the playground uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface InteractionDetails {
    readonly uid: string;
    readonly params: Readonly<Record<string, unknown>>;
  }

  export interface StoredToken {
    readonly aud?: string;
    readonly isExpired: boolean;
    readonly scope?: string;
    readonly accountId?: string;
    /** Thumbprint of the key to which the token is bound (RFC 9449 section 6). */
    readonly jkt?: string;
    readonly extra?: Readonly<Record<string, unknown>>;
  }

  export interface StoredDeviceCode {
    readonly clientId: string;
    readonly params: { readonly scope?: string };
    save(): Promise<string>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly AccessToken: {
      new (
        properties: Readonly<Record<string, unknown>>,
      ): {
        readonly expiration: number;
        save(): Promise<string>;
      };
      find(
        value: string,
        options?: { ignoreExpiration?: boolean },
      ): Promise<StoredToken | undefined>;
    };
    readonly issuer: string;
    readonly DeviceCode: { findByUserCode(code: string): Promise<StoredDeviceCode | undefined> };
    readonly Grant: new (properties: {
      accountId: string;
      clientId: string;
    }) => {
      addOIDCScope(scope: string): void;
      addOIDCClaims(claims: readonly string[]): void;
      addResourceScope(resource: string, scope: string): void;
      addRar(detail: unknown): void;
      save(): Promise<string>;
    };
    registerGrantType(
      name: string,
      handler: (context: never) => unknown,
      parameters: readonly string[],
    ): void;
    backchannelResult(request: unknown, grantId: string): Promise<void>;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<InteractionDetails>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Readonly<Record<string, unknown>>,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>;
  }

  export const errors: {
    readonly InvalidGrant: new (detail: string) => Error;
  };

  interface Policy {
    add(prompt: unknown, index: number): void;
  }

  export const interactionPolicy: {
    base(): Policy;
    readonly Prompt: new (info: { name: string; requestable: boolean }) => unknown;
  };
}
