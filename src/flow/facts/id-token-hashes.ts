import { leftHalf, type ShaLength } from '../../http/digest.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { isCutJwt } from '../../oauth/values/placeholder.ts';
import type { Flow } from '../flow.ts';
import { type IdTokenBearer, idTokenJwt } from './id-token.ts';
import { sanitizedNames } from './sanitized.ts';

/** Half of the shortest hash has 22 characters. Much shorter ones only stand for one. */
const SHORTEST = 16;

/** A hash in an ID token, and the hash of the value beside it. */
export interface ComparedHash {
  readonly name: 'at_hash' | 'c_hash' | 's_hash';
  /** The parameter that it is the hash of. */
  readonly of: 'access_token' | 'code' | 'state';
  /** Without padding. */
  readonly hash: string;
  /** What it is the hash of. Null when it is unknown. */
  readonly value: string | null;
  /** Null when the value or the hash function is unknown. */
  readonly computed: string | null;
}

/** The hashes of an ID token (OpenID Connect Core sections 3.1.3.6 and 3.3.2.11). */
export function comparedHashes(message: IdTokenBearer, flow: Flow): readonly ComparedHash[] {
  const jwt = idTokenJwt(message);
  if (!jwt) return [];
  const length = shaOf(jwt.header.alg);
  return boundValues(message, flow).flatMap(({ name, of, value }) => {
    const hash = stringMember(jwt.claims, name)?.replace(/=+$/, '');
    if (!hash) return [];
    const known =
      length !== null &&
      hash.length >= SHORTEST &&
      value &&
      !isCutJwt(value) &&
      !sanitizedNames(flow).has(of);
    return [
      { name, of, hash, value: value ?? null, computed: known ? leftHalf(length, value) : null },
    ];
  });
}

/** `RS256`, `ES384` and the like name the hash function. EdDSA does not. */
function shaOf(alg: unknown): ShaLength | null {
  const number = Number(/^(?:RS|PS|ES|HS)(256|384|512)$/.exec(String(alg))?.[1]);
  return number === 256 || number === 384 || number === 512 ? number : null;
}

type Bound = Pick<ComparedHash, 'name' | 'of'> & { readonly value: string | null | undefined };

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
