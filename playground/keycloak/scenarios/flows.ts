import type { MessageKind } from '../../../src/oauth/message.ts';
import { clients } from '../realms.ts';
import type { ExpectedFlow } from '../scenario.ts';

/** A login by redirect, up to its tokens. */
const redirected: readonly MessageKind[] = [
  'authorization-request',
  'authorization-response',
  'token-request',
];

/** The same by a client that reads the realm's metadata first. */
export const discovered: readonly MessageKind[] = ['metadata-request', ...redirected];

/** The same by keycloak-js, whose frames look for a session and for cookies of third parties. */
export const framed: readonly MessageKind[] = ['session-iframe', ...redirected];

/** A login that nobody can find fault with, and what is different about it. */
export function login(
  kinds: readonly MessageKind[],
  different: Partial<ExpectedFlow> = {},
): ExpectedFlow {
  const client = clients.spa;
  const flow = { client, grant: 'authorization_code', outcome: 'succeeded', cause: null } as const;
  return { ...flow, kinds, ...different };
}

/** A login that fails, and the check that says why. */
export function failure(
  cause: string,
  kinds: readonly MessageKind[],
  different: Partial<ExpectedFlow> = {},
): ExpectedFlow {
  return login(kinds, { outcome: 'failed', cause, ...different });
}
