/**
 * How a value may be shown and shared.
 *
 * - `secret`: gives power to whoever holds it.
 * - `one-time`: gives power once, or ties one message to another.
 * - `traceable`: tells which token, key or session it belongs to, and gives no power.
 * - `personal`: names a person.
 * - `identifier`: names a client or a server.
 * - `public`: says nothing about anybody.
 */
export type Secrecy =
  | 'secret'
  | 'one-time'
  | 'traceable'
  | 'personal'
  | 'identifier'
  | 'public'
  | 'unknown';

/** Whether the panel masks such a value and a command names it instead of holding it. */
export function isHidden(secrecy: Secrecy): secrecy is 'secret' | 'one-time' {
  return secrecy === 'secret' || secrecy === 'one-time';
}
