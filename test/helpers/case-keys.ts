import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const pairs = new Map<string, Pair>();

/** The invented key of this name, made when a case first asks for it. */
function pairOf(name: string, alg: string): Pair {
  const isCurve = alg.startsWith('ES');
  const id = `${isCurve ? 'EC' : 'RSA'} ${name}`;
  const known =
    pairs.get(id) ??
    (isCurve
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 }));
  pairs.set(id, known);
  return known;
}

/** `{{key k1}}`, `{{key k1 {"alg":"ES256"}}}`: the public key of that name as a JWK, with more members. */
export function publicKey(argument: string): string {
  const [, name = '', more = ''] = /^(\S+)\s*([\s\S]*)$/.exec(argument) ?? [];
  const members: Record<string, unknown> = more === '' ? {} : JSON.parse(more);
  const jwk = pairOf(name, String(members.alg ?? 'RS256')).publicKey.export({ format: 'jwk' });
  return JSON.stringify({ ...jwk, kid: name, ...members });
}

/** The signature of a token: by the key of that name, or with that text as the secret (`HS256`). */
export function signatureBy(name: string, alg: string, content: string): string {
  const data = Buffer.from(content);
  if (alg.startsWith('HS')) return createHmac('sha256', name).update(data).digest('base64url');
  const key = pairOf(name, alg).privateKey;
  return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}
