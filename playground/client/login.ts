import type * as oauth from 'oauth4webapi';
import type { Proofs } from './proofs.ts';

/** A finished login. */
export interface Login {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly name: string;
  readonly tokens: oauth.TokenEndpointResponse;
  /** The response that held the tokens. */
  readonly answer: Response;
  readonly proofs: Proofs | undefined;
}
