import { compactVerify, importJWK } from 'jose';
import type { JsonObject } from './json.ts';

/**
 * Whether a key made the signature. `unusable`: the browser cannot use this key or this algorithm,
 * which says nothing about the token.
 */
export type KeyVerdict = 'valid' | 'invalid' | 'unusable';

type PublicKey = Awaited<ReturnType<typeof importJWK>>;

/** The public members of a key (RFC 7518 section 6, RFC 8037 section 2). */
const PUBLIC = ['kty', 'crv', 'x', 'y', 'n', 'e'] as const;

const imported = new WeakMap<JsonObject, Map<string, Promise<PublicKey>>>();

function importKey(key: JsonObject, alg: string): Promise<PublicKey> {
  const known = imported.get(key) ?? new Map<string, Promise<PublicKey>>();
  imported.set(key, known);
  const members = PUBLIC.flatMap((name) => (Object.hasOwn(key, name) ? [[name, key[name]]] : []));
  const made = known.get(alg) ?? importJWK(Object.fromEntries(members), alg);
  known.set(alg, made);
  return made;
}

/** Checks the signature of a JWS with one key (RFC 7515 section 5.2). Never rejects. */
export async function verifyWith(
  compact: string,
  key: JsonObject,
  alg: string,
): Promise<KeyVerdict> {
  try {
    await compactVerify(compact, await importKey(key, alg), { algorithms: [alg] });
    return 'valid';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ? 'invalid' : 'unusable';
  }
}
