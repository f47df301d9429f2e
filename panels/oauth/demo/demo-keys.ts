import { base64url } from '../../../src/http/base64.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const KEY_ID = 'demo-2026';

/** The key of an invented server, which lives as long as its story is made. */
export interface DemoKeys {
  /** RFC 7517 section 5. */
  readonly jwks: object;
  sign(claims: object, type?: string): Promise<string>;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Makes a new key, so that the signatures of the demo are real. */
export async function demoKeys(): Promise<DemoKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return {
    jwks: { keys: [{ kty, crv, x, y, kid: KEY_ID, alg: 'ES256', use: 'sig' }] },
    async sign(claims, type = 'JWT') {
      const parts = [{ alg: 'ES256', kid: KEY_ID, typ: type }, claims];
      const text = parts.map((part) => base64url(bytesOf(JSON.stringify(part)))).join('.');
      const signature = await crypto.subtle.sign(ALGORITHM, privateKey, bytesOf(text));
      return `${text}.${base64url(new Uint8Array(signature))}`;
    },
  };
}
