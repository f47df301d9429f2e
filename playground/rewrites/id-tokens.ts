import { decodeJwt, SignJWT } from 'jose';
import type { SigningKey } from '../provider/signing-key.ts';
import { header, type Rewrite, withHeader } from '../proxy.ts';

/** Signs the ID token of an authorization response again, with `c_hash` of another code. */
export function forAnotherCode({ jwk, privateKey }: SigningKey): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    const url = URL.parse(header(response.headers, 'location') ?? '');
    const fragment = new URLSearchParams(url?.hash.slice(1));
    const token = fragment.get('id_token');
    if (!url || token === null) return response;
    const claims = { ...decodeJwt(token), c_hash: 'LDktKdoQak3Pk0cnXxCltA' };
    const other = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' })
      .sign(privateKey);
    fragment.set('id_token', other);
    url.hash = fragment.toString();
    return { ...response, headers: withHeader(response.headers, 'Location', url.href) };
  };
}
