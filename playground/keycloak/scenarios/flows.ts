import type { MessageKind } from '../../../src/oauth/message.ts';
import { clients } from '../realms.ts';
import type { ExpectedFlow } from '../scenario.ts';

/** A login by redirect with the form of the login page, up to its tokens. */
const redirected: readonly MessageKind[] = [
  'authorization-request',
  'interaction',
  'authorization-response',
  'token-request',
];

/** A login by a client that reads the realm's metadata first. */
export const discovered: readonly MessageKind[] = ['metadata-request', ...redirected];

/** A login by keycloak-js. Its frames look for a session and for third-party cookies. */
export const framed: readonly MessageKind[] = ['session-iframe', ...redirected];

/** The same in a session that exists, so no form is sent. */
export const framedAgain: readonly MessageKind[] = framed.filter((kind) => kind !== 'interaction');

/** A correct login, and what is different about it. */
export function login(
  kinds: readonly MessageKind[],
  different: Partial<ExpectedFlow> = {},
): ExpectedFlow {
  const client = clients.spa;
  const flow = { client, grant: 'authorization_code', outcome: 'succeeded', cause: null } as const;
  return { ...flow, kinds, ...different };
}

/** A failed login, and the check that says why. */
export function failure(
  cause: string,
  kinds: readonly MessageKind[],
  different: Partial<ExpectedFlow> = {},
): ExpectedFlow {
  return login(kinds, { outcome: 'failed', cause, ...different });
}
