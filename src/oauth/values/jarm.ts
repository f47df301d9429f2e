import { viewToken } from './jwt.ts';
import { jsonParams, type Params } from './params.ts';
import { withRegisteredNames } from './registered-names.ts';

/** JARM section 2: set when the parameters were sent in a JWT; says whether it can be read. */
export type Jarm = 'signed' | 'encrypted';

/** The parameters of a response, as read and as sent. */
export interface ReadResponse {
  /** From the JWT when it can be read, else as sent. */
  readonly params: Params;
  readonly jarm: Jarm | null;
}

const TELLING = ['code', 'error', 'access_token', 'id_token'];

/**
 * JARM section 2.3: reads the JWT in `response`. A `response` that is not a JWT is not an
 * authorization response.
 */
export function readResponse(wire: Params): ReadResponse {
  const plain: ReadResponse = { params: withRegisteredNames(wire), jarm: null };
  const value = wire.get('response');
  if (value === undefined || TELLING.some((name) => wire.has(name))) return plain;
  const view = viewToken(value);
  if (view.kind === 'encrypted') return { params: wire, jarm: 'encrypted' };
  if (view.kind !== 'jwt') return plain;
  const params = jsonParams(view.jwt.claims);
  return isPossible(params) ? { params, jarm: 'signed' } : plain;
}

/** Whether the parameters may be a response: a result, or an error. */
export function isPossible(params: Params): boolean {
  return TELLING.some((name) => params.has(name));
}
