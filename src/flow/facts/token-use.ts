import type { Exchange } from '../../http/exchange.ts';
import { memoised } from '../../http/memo.ts';
import { isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { UserinfoRequest } from '../../oauth/kinds/userinfo-request.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { numericMember } from '../../oauth/values/json.ts';
import { audiences, jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';
import { endOf } from './moments.ts';

/** A request that presents an access token. */
export type TokenUse = ApiCall | UserinfoRequest;

/** The token request of this flow whose response issued the access token. */
export function issuedBy(flow: Flow, token: string): TokenRequest | null {
  return issuesOf(flow).get(token) ?? null;
}

/** The last token request that issued each access token. */
const issuesOf = memoised(
  ({ tokenRequests }: Flow): ReadonlyMap<string, TokenRequest> =>
    new Map(
      tokenRequests.flatMap((request): [string, TokenRequest][] =>
        request.response.accessToken === null ? [] : [[request.response.accessToken, request]],
      ),
    ),
);

/**
 * Whether the token of a call belongs to OAuth: issued in this flow, a JWT, or called a bearer
 * token by the API itself. Any other token may be the API key of a map or a payment service.
 */
export function isOAuthToken(flow: Flow, { token, exchange }: TokenUse): boolean {
  if (token === null) return false;
  if (issuedBy(flow, token) || isIdToken(flow, token) || jwtOf(token)) return true;
  if (flow.responses.some(({ params }) => params.get('access_token') === token)) return true;
  return bearerChallenge(exchange) !== null;
}

/**
 * Whether a token in a URL may be a key that is meant for the public: no server of this flow issued
 * it, the API does not call it a bearer token, and it lacks what access tokens have (RFC 9068
 * section 2.2): an end, an issuer, and a client, a scope or an audience.
 */
export function isPublicKey({ token, exchange }: TokenUse, flow: Flow): boolean {
  if (token === null || issuedBy(flow, token) || bearerChallenge(exchange)) return false;
  if (flow.responses.some(({ params }) => params.get('access_token') === token)) return false;
  const jwt = jwtOf(token);
  if (!jwt || /at\+jwt/i.test(String(jwt.header.typ ?? ''))) return false;
  const has = (name: string): boolean => Object.hasOwn(jwt.claims, name);
  return !(has('exp') && has('iss') && OF_ACCESS_TOKENS.some(has));
}

const OF_ACCESS_TOKENS = ['client_id', 'cid', 'azp', 'scope', 'scp', 'aud'];

/** When an access token expires, and by whose clock. */
export type Expiry =
  | { readonly by: 'its claim exp' /** Milliseconds since the epoch. */; readonly at: number }
  | {
      readonly by: 'expires_in';
      readonly at: number;
      /** The exchange that issued it, from which the time is counted. */
      readonly since: Exchange;
    };

/** The end of an access token's life, by its `exp` or by `expires_in` of its response. */
export function expiryOf(flow: Flow, token: string): Expiry | null {
  const jwt = jwtOf(token);
  const exp = jwt ? numericClaim(jwt.claims, 'exp') : null;
  if (exp !== null) return { at: exp * 1_000, by: 'its claim exp' };
  const issue = issuedBy(flow, token);
  const lifetime = numericMember(issue?.response.json ?? null, 'expires_in');
  if (!issue || lifetime === null || lifetime <= 0) return null;
  return { at: endOf(issue.exchange) + lifetime * 1_000, by: 'expires_in', since: issue.exchange };
}

/** Whether the API accepted the token. An unknown status without a challenge counts as accepted. */
export function isAccepted(exchange: Exchange): boolean {
  const { response } = exchange;
  return response?.status === null ? bearerChallenge(exchange) === null : isOk(response);
}

/** Whether the same call succeeded afterwards, so that its refusal was a step and not a failure. */
export function succeededLater(flow: Flow, call: TokenUse): boolean {
  return (lastAccepted(flow).get(useKey(call)) ?? 0) > call.exchange.startedAt;
}

/** When each call was accepted for the last time. */
const lastAccepted = memoised(({ messages }: Flow): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const message of messages) {
    if (message.kind !== 'api-call' && message.kind !== 'userinfo-request') continue;
    if (isAccepted(message.exchange)) found.set(useKey(message), message.exchange.startedAt);
  }
  return found;
});

function useKey({ kind, exchange: { request } }: TokenUse): string {
  return `${kind} ${request.method} ${withoutQuery(request.url)}`;
}

/** Scopes of an access token, from the token itself or from the response; null when unknown. */
export function scopesOf(flow: Flow, token: string): readonly string[] | null {
  const claims = jwtOf(token)?.claims;
  const inToken = claims?.scope ?? claims?.scp;
  const granted = inToken ?? issuedBy(flow, token)?.response.json?.scope;
  if (typeof granted === 'string') return granted.split(/[\s,]+/).filter(Boolean);
  if (!Array.isArray(granted)) return null;
  return granted.filter((one): one is string => typeof one === 'string');
}

/**
 * Whether a token is an ID token: known as one, or a JWT with the shape that only ID tokens have.
 */
export function isIdToken(flow: Flow, token: string): boolean {
  if (idTokensOf(flow).has(token)) return true;
  const jwt = jwtOf(token);
  if (!jwt || /at\+jwt/i.test(String(jwt.header.typ ?? ''))) return false;
  const ownClaims = ['nonce', 'at_hash', 'c_hash'].some((name) => Object.hasOwn(jwt.claims, name));
  const forClient = flow.client !== null && audiences(jwt.claims).includes(flow.client);
  return ownClaims && forClient && !Object.hasOwn(jwt.claims, 'scope');
}

const idTokensOf = memoised(
  ({ tokenRequests, responses }: Flow): ReadonlySet<string> =>
    new Set([
      ...tokenRequests.flatMap(({ response }) => response.idToken?.text ?? []),
      ...responses.flatMap(({ params }) => params.get('id_token') ?? []),
    ]),
);

/** Whether the client went on with the access token of this response, so that it did read it. */
export function issuedTokenWasUsed(flow: Flow, { response }: TokenRequest): boolean {
  const { accessToken } = response;
  return (
    accessToken !== null &&
    flow.messages.some(
      (other) =>
        (other.kind === 'api-call' || other.kind === 'userinfo-request') &&
        other.token === accessToken,
    )
  );
}
