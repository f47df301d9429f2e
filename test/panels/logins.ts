import { type LoginOptions, login, OTHER_VERIFIER } from './recording.ts';

/** A login whose token request fails, because its verifier does not match its challenge. */
export const refused = (options: LoginOptions = {}) =>
  login({ refused: true, verifier: OTHER_VERIFIER, ...options });

/** A login that succeeds; the prefix keeps its client, state and code apart from others. */
export const clean = (prefix: string, at: number) =>
  login({
    prefix,
    at,
    client: `client-${prefix}`,
    state: `st-${prefix}-12345`,
    code: `co-${prefix}-12345`,
  });
