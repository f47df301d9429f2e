import { stringMember } from '../oauth/values/json.ts';
import type { Jwt } from '../oauth/values/jwt.ts';
import type { Item } from './item.ts';
import { key } from './keys.ts';

/**
 * Keys of the session and the user that a token of the server is about, strongest first: `sid` with
 * `iss`, `sub` with `iss` (OpenID Connect Back-Channel Logout section 2.4). Neither means anything
 * without `iss`.
 */
export function sessionKeys(token: Jwt | null | undefined): readonly string[] {
  const claims = token?.claims ?? null;
  const iss = stringMember(claims, 'iss');
  if (iss === null) return [];
  const sid = stringMember(claims, 'sid');
  const sub = stringMember(claims, 'sub');
  return [
    ...(sid === null ? [] : [key.session(iss, sid)]),
    ...(sub === null ? [] : [key.subject(iss, sub)]),
  ];
}

/** Whether an ID token came with this message, or may have. */
export function bringsIdToken({ sighting: { kind } }: Item): boolean {
  return kind === 'token-request' || kind === 'response-issued' || kind === 'response-delivered';
}
