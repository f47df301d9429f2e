import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { JsonObject } from '../../oauth/values/json.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';
import { ownFact } from './dpop-proofs.ts';
import type { WithProof } from './dpop-refusal.ts';

/** The key that a proof has to be made with. */
export interface BoundKey {
  /** Thumbprint (RFC 7638). */
  readonly jkt: string;
  /** What names the key, as the subject of a sentence. */
  readonly by: string;
  /** Whether the client may have another key now: a confidential one at a refresh. */
  readonly mayChange: boolean;
}

/**
 * The key that the proof of this request has to be made with; null when nothing says so. A code is
 * bound by dpop_jkt or by the pushed request (RFC 9449 section 10), a refresh token of a public
 * client by the request that it was issued to (section 5), an access token by cnf (section 6.1).
 */
export function boundKey(message: WithProof, flow: Flow): BoundKey | null {
  switch (message.kind) {
    case 'pushed-authorization-request':
      return asBound(message.params.get('dpop_jkt'), 'dpop_jkt of the request');
    case 'token-request':
      return keyOfGrant(message, flow);
    default:
      return message.token === null ? null : keyOfToken(message.token, flow);
  }
}

/** The thumbprint in the cnf of an access token (RFC 9449 section 6.1); null when it has none. */
export function boundThumbprint(token: string): string | null {
  const cnf = jwtOf(token)?.claims.cnf;
  return typeof cnf === 'object' && cnf !== null ? stringMember(cnf as JsonObject, 'jkt') : null;
}

function asBound(jkt: string | null | undefined, by: string, mayChange = false): BoundKey | null {
  return jkt ? { jkt, by, mayChange } : null;
}

function keyOfGrant({ grant, params }: TokenRequest, flow: Flow): BoundKey | null {
  if (grant === 'authorization_code') {
    const pushed = flow.messages.find(({ kind }) => kind === 'pushed-authorization-request');
    return (
      asBound(flow.request?.effective('dpop_jkt'), 'dpop_jkt of the authorization request') ??
      asBound(pushed && ownFact(pushed)?.jkt, 'the proof of the pushed authorization request')
    );
  }
  if (grant === 'jwt_bearer') {
    return asBound(boundThumbprint(params.get('assertion') ?? ''), 'cnf of the assertion');
  }
  const token = grant === 'refresh_token' ? params.get('refresh_token') : null;
  const issue = token ? issuesOf(flow).get(token) : undefined;
  return asBound(issue && ownFact(issue)?.jkt, 'the proof of the request that brought it', true);
}

function keyOfToken(token: string, flow: Flow): BoundKey | null {
  const issue = issuesOf(flow).get(token);
  return (
    asBound(boundThumbprint(token), 'cnf of the access token') ??
    asBound(issue && ownFact(issue)?.jkt, 'the proof of the token request')
  );
}

/** The token request that brought each access and refresh token. */
const issuesOf = memoised(({ tokenRequests }: Flow): ReadonlyMap<string, TokenRequest> => {
  const found = new Map<string, TokenRequest>();
  for (const request of tokenRequests) {
    const { accessToken, refreshToken } = request.response;
    for (const token of [accessToken, refreshToken]) {
      // A refresh token that is returned again keeps its first request.
      if (token !== null && !found.has(token)) found.set(token, request);
    }
  }
  return found;
});

/** The earlier request with the same proof; null when the proof is new or has no jti. */
export function firstUse(message: WithProof, flow: Flow): Flow['messages'][number] | null {
  const first = usesOf(flow).get(message);
  return first && first !== message ? first : null;
}

/** For each message with a proof, the first message with that proof. */
const usesOf = memoised(({ messages }: Flow) => {
  const first = new Map<string, Flow['messages'][number]>();
  const found = new Map<Flow['messages'][number], Flow['messages'][number]>();
  for (const message of messages) {
    const proof = ownFact(message)?.jti;
    if (!proof) continue;
    const seen = first.get(proof);
    if (seen === undefined) first.set(proof, message);
    found.set(message, seen ?? message);
  }
  return found;
});
