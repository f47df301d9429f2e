import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign,
} from 'node:crypto';
import keys from './case-keys.json' with { type: 'json' };

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Made for these tests and used nowhere else. Making one takes seconds on a busy machine. */
const RSA_KEYS: readonly JsonWebKey[] = keys;
const pairs = new Map<string, Pair>();

/** The invented key of this name. */
function pairOf(name: string, alg: string): Pair {
  const type = alg.startsWith('ES') ? 'EC' : 'RSA';
  const id = `${type} ${name}`;
  const known = pairs.get(id) ?? (type === 'EC' ? curvePair() : nextRsaPair());
  pairs.set(id, known);
  return known;
}

function curvePair(): Pair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

let used = 0;

/** Forgets which name has which key, so that the next case can have all of them. */
export function forgetKeys(): void {
  pairs.clear();
  used = 0;
}

function nextRsaPair(): Pair {
  const key = RSA_KEYS[used];
  used += 1;
  if (!key) return generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** `{{key k1}}`, `{{key k1 {"alg":"ES256"}}}`: the public key of that name as a JWK, with more members. */
export function publicKey(argument: string): string {
  const [, name = '', more = ''] = /^(\S+)\s*([\s\S]*)$/.exec(argument) ?? [];
  const members: Record<string, unknown> = more === '' ? {} : JSON.parse(more);
  const jwk = pairOf(name, String(members.alg ?? 'RS256')).publicKey.export({ format: 'jwk' });
  return JSON.stringify({ ...jwk, kid: name, ...members });
}

/**
 * The signature of a token: by the key of that name, or with that text as the secret (`HS256`). A
 * name that ends in ` der` writes it in the form of X.509.
 */
export function signatureBy(name: string, alg: string, content: string): string {
  const data = Buffer.from(content);
  if (alg.startsWith('HS')) return createHmac('sha256', name).update(data).digest('base64url');
  const key = pairOf(name.replace(/ der$/, ''), alg).privateKey;
  const dsaEncoding = name.endsWith(' der') ? 'der' : 'ieee-p1363';
  return sign('sha256', data, { key, dsaEncoding }).toString('base64url');
}
