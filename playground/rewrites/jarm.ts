import { decodeJwt, SignJWT } from 'jose';
import type { SigningKey } from '../provider/signing-key.ts';
import { header, type Rewrite, withHeader } from '../proxy.ts';

/** Signs the response for a client that did not ask (JARM section 4.4, rule 4). */
export function forAnotherAudience({ jwk, privateKey }: SigningKey): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    const url = URL.parse(header(response.headers, 'location') ?? '');
    const jwt = url?.searchParams.get('response');
    if (!url || !jwt) return response;
    const other = await new SignJWT({ ...decodeJwt(jwt), aud: 'playground-of-somebody-else' })
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' })
      .sign(privateKey);
    url.searchParams.set('response', other);
    return { ...response, headers: withHeader(response.headers, 'Location', url.href) };
  };
}
