import { leftHalf, type ShaLength } from '../../http/digest.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { isCutJwt } from '../../oauth/values/placeholder.ts';
import type { Flow } from '../flow.ts';
import { type IdTokenBearer, idTokenJwt } from './id-token.ts';
import { sanitizedNames } from './sanitized.ts';

/** A claim of an ID token that is the hash of what came with it. */
export interface BoundHash {
  readonly name: 'at_hash' | 'c_hash' | 's_hash';
  /** Without padding. */
  readonly hash: string;
  readonly of: 'access_token' | 'code' | 'state';
  readonly value: string;
  /** The hash that the value really has. */
  readonly computed: string;
}

/** Half of the shortest hash has 22 characters. Much shorter ones only stand for one. */
const SHORTEST = 16;

/** The hashes of an ID token that can be computed anew (OpenID Connect Core section 3.3.2.11). */
export function boundHashes(message: IdTokenBearer, flow: Flow): readonly BoundHash[] {
  const jwt = idTokenJwt(message);
  const length = lengthOf(jwt?.header.alg);
  if (!jwt || length === null) return [];
  return boundValues(message, flow).flatMap(({ name, of, value }) => {
    const hash = stringMember(jwt.claims, name)?.replace(/=+$/, '');
    if (!hash || hash.length < SHORTEST || !value || isCutJwt(value)) return [];
    if (sanitizedNames(flow).has(of)) return [];
    return [{ name, hash, of, value, computed: leftHalf(length, value) }];
  });
}

/** `RS256`, `ES384` and the like name the hash function. EdDSA does not. */
function lengthOf(alg: unknown): ShaLength | null {
  const number = Number(/^(?:RS|PS|ES|HS)(256|384|512)$/.exec(String(alg))?.[1]);
  return number === 256 || number === 384 || number === 512 ? number : null;
}

type Bound = Pick<BoundHash, 'name' | 'of'> & { readonly value: string | null | undefined };

/** What the claims of an ID token are bound to. A refreshed one is bound to no code and no state. */
function boundValues(message: IdTokenBearer, { request }: Flow): readonly Bound[] {
  if (message.kind === 'token-request') {
    const { response, params } = message;
    return [
      { name: 'at_hash', of: 'access_token', value: response.accessToken },
      { name: 'c_hash', of: 'code', value: params.get('code') },
    ];
  }
  const { params } = message;
  return [
    { name: 'at_hash', of: 'access_token', value: params.get('access_token') },
    { name: 'c_hash', of: 'code', value: params.get('code') },
    { name: 's_hash', of: 'state', value: params.get('state') ?? request?.effective('state') },
  ];
}
