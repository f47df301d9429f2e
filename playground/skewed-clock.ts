import { decodeJwt, SignJWT } from 'jose';
import type { SigningKey } from './provider/signing-key.ts';
import { header, type ProxiedResponse, type Rewrite, withHeader } from './proxy.ts';

/** Sets a server's clock ahead: in every `Date`, and in the times of the ID tokens it signs. */
export function aheadOfTime(key: SigningKey, seconds: number): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    const date = Date.parse(header(response.headers, 'date') ?? '') || Date.now();
    const late = new Date(date + seconds * 1000).toUTCString();
    const dated = { ...response, headers: withHeader(response.headers, 'Date', late) };
    return request.target === '/token' ? resigned(dated, key, seconds) : dated;
  };
}

async function resigned(
  response: ProxiedResponse,
  key: SigningKey,
  seconds: number,
): Promise<ProxiedResponse> {
  if (response.status !== 200) return response;
  const tokens = JSON.parse(response.body.toString()) as { id_token?: string };
  if (tokens.id_token === undefined) return response;
  const claims = decodeJwt(tokens.id_token);
  const { iat = 0, exp = 0 } = claims;
  const shifted = { ...claims, iat: iat + seconds, nbf: iat + seconds, exp: exp + seconds };
  const id_token = await new SignJWT(shifted)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.jwk.kid ?? '' })
    .sign(key.privateKey);
  return { ...response, body: Buffer.from(JSON.stringify({ ...tokens, id_token })) };
}
