/**
 * How a value may be shown and shared.
 *
 * - `secret`: gives its holder power.
 * - `one-time`: gives power once, or ties one message to another.
 * - `traceable`: identifies a token, key or session, and gives no power.
 * - `personal`: identifies a user.
 * - `tenant`: identifies the organisation of users.
 * - `identifier`: names a client or a server.
 * - `public`: identifies none of these.
 */
export type Secrecy =
  | 'secret'
  | 'one-time'
  | 'traceable'
  | 'personal'
  | 'tenant'
  | 'identifier'
  | 'public'
  | 'unknown';

/** Whether the panel masks such a value and a command names it instead of holding it. */
export function isHidden(secrecy: Secrecy): secrecy is 'secret' | 'one-time' {
  return secrecy === 'secret' || secrecy === 'one-time';
}
