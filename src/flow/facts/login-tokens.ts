import { memoised } from '../../http/memo.ts';
import type { JsonObject } from '../../oauth/values/json.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';
import { type IdTokenBearer, idTokenJwt } from './id-token.ts';

/**
 * Whether the ID token of a message comes from the login. That of a refresh need not repeat what the
 * login said (OpenID Connect Core section 12.2).
 */
export function isOfLogin(message: IdTokenBearer): boolean {
  return message.kind === 'authorization-response' || message.grant === 'authorization_code';
}

/** These bring an ID token for the user who logged in. */
const SAME_USER = new Set(['authorization_code', 'refresh_token', 'device_code', 'ciba']);

/** The first ID token that the same issuer gave the same client in this flow, for each later one. */
const firstTokens = memoised((flow: Flow): ReadonlyMap<IdTokenBearer, JsonObject> => {
  const first = new Map<string, JsonObject>();
  const found = new Map<IdTokenBearer, JsonObject>();
  const all: readonly IdTokenBearer[] = [
    ...flow.responses,
    ...flow.tokenRequests.filter(({ grant }) => grant !== null && SAME_USER.has(grant)),
  ];
  for (const message of all) {
    const claims = idTokenJwt(message)?.claims;
    if (!claims) continue;
    const key = `${stringMember(claims, 'iss')} ${audiences(claims)[0]}`;
    const earlier = first.get(key);
    if (earlier) found.set(message, earlier);
    else first.set(key, claims);
  }
  return found;
});

/** The claims of the first ID token of the flow, when this message has a later one; else null. */
export function earlierIdToken(flow: Flow, message: IdTokenBearer): JsonObject | null {
  return firstTokens(flow).get(message) ?? null;
}
