import { decodeJwt, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { SigningKey } from '../provider/signing-key.ts';
import { header, type Rewrite, withHeader } from '../proxy.ts';

type Sign = (claims: JWTPayload) => Promise<string>;

/** Faults in the ID token of an authorization response, which its client verifies. */
export function idTokenFault(name: string, { jwk, privateKey }: SigningKey): Rewrite | null {
  const kid = jwk.kid ?? '';
  switch (name) {
    case 'wrong-id-token-signature':
      return signedAgain(async (claims) => {
        const other = await generateKeyPair('RS256');
        return signed(claims, kid, other.privateKey);
      });
    case 'unknown-kid':
      return signedAgain((claims) => signed(claims, `${kid}-next`, privateKey));
    case 'wrong-c-hash':
      return signedAgain((claims) =>
        signed({ ...claims, c_hash: 'LDktKdoQak3Pk0cnXxCltA' }, kid, privateKey),
      );
    default:
      return null;
  }
}

function signed(claims: JWTPayload, kid: string, key: CryptoKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
}

/** Replaces the ID token in the fragment of a redirect. */
function signedAgain(sign: Sign): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    const url = URL.parse(header(response.headers, 'location') ?? '');
    const fragment = new URLSearchParams(url?.hash.slice(1));
    const token = fragment.get('id_token');
    if (!url || token === null) return response;
    fragment.set('id_token', await sign(decodeJwt(token)));
    url.hash = fragment.toString();
    return { ...response, headers: withHeader(response.headers, 'Location', url.href) };
  };
}
