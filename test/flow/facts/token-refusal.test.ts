import { describe, expect, it } from 'vitest';
import { refusedJwt, saidFault, type TokenFault } from '../../../src/flow/facts/token-refusal.ts';
import { exchange } from '../../helpers/exchanges.ts';

const refusal = (description: string) =>
  exchange(0, {
    url: 'https://api.example.com/items',
    status: 401,
    answer: {
      'www-authenticate': `Bearer error="invalid_token", error_description="${description.replaceAll('"', '\\"')}"`,
    },
  });

/** What validators of tokens say, in their own words. */
const SAID: readonly (readonly [string, TokenFault | null])[] = [
  ['"exp" claim timestamp check failed', 'expired'],
  ['Signature has expired', 'expired'],
  ['Jwt expired at 2026-01-01T00:00:00Z', 'expired'],
  ['IDX10223: Lifetime validation failed. The token is expired.', 'expired'],
  ['The access token expired', 'expired'],
  ['"nbf" claim timestamp check failed', 'not yet valid'],
  ['token is not valid yet', 'not yet valid'],
  ['Token used before issued', 'not yet valid'],
  ['IDX10222: Lifetime validation failed. The token is not yet valid.', 'not yet valid'],
  ['no applicable key found in the JSON Web Key Set', 'keys'],
  ["Jwks doesn't have key to match kid or alg from Jwt", 'keys'],
  ['The signature key was not found', 'keys'],
  ["Didn't find publicKey for specified kid", 'keys'],
  ["Couldn't retrieve remote JWK set", 'keys'],
  ['unexpected signing method: HS256', 'algorithm'],
  ['The specified alg value is not allowed', 'algorithm'],
  ['unexpected "aud" claim value', 'audience'],
  ['Audiences in Jwt are not allowed', 'audience'],
  ['JWT Validation Failed: Claim value mismatch: aud', 'audience'],
  ['Invalid token issuer', 'issuer'],
  ['id token issued by a different provider', 'issuer'],
  ["No credentials found for given 'iss'", 'issuer'],
  ['unexpected "typ" JWT header value', 'type'],
  ['Token use not allowed: id', 'type'],
  ['Jwt verification fails', 'signature'],
  ['token signature is invalid', 'signature'],
  ['Client certificate thumbprint mismatch', 'certificate'],
  ["Provided token isn't active", 'revoked'],
  ['The access token was revoked', 'revoked'],
  ['Access token has expired or is not yet valid.', null],
  ['Token is invalid or expired', null],
  ["The token lifetime is invalid; NotBefore: '01/01/2026', Expires: '01/02/2026'", null],
  ['Given token not valid for any token type', null],
  ['Bad credentials', null],
  ['Invalid signature, issuer, audience or algorithm', null],
];

describe('what an API says about a token', () => {
  it.each(SAID)('%s', (words, fault) => {
    expect(saidFault(refusal(words))).toBe(fault);
  });

  it('is read from the body when the challenge says nothing', () => {
    const bare = exchange(0, {
      url: 'https://api.example.com/items',
      status: 401,
      answer: { 'content-type': 'application/json' },
      answerBody: { message: 'jwt audience invalid' },
    });
    expect(saidFault(bare)).toBe('audience');
  });
});

describe('a JWT that was refused', () => {
  const token = `${btoa('{"alg":"RS256"}')}.${btoa('{"iss":"a"}')}.c2ln`.replaceAll('=', '');
  const call = (status: number, answerBody: string) => ({
    kind: 'api-call' as const,
    exchange: exchange(0, { url: 'https://api.example.com/items', status, answerBody }),
    params: new Map() as never,
    preflight: null,
    scheme: 'bearer' as const,
    token,
  });

  it.each([
    [401, 'no', null],
    [400, 'JWT signature does not match', 'signature'],
    [403, 'the issuer of the token is unknown', 'issuer'],
  ])('with %i: %s', (status, body, fault) => {
    expect(refusedJwt(call(status, body))?.fault).toBe(fault);
  });

  it.each([
    [200, 'JWT signature does not match'],
    [400, 'limit must be a number'],
    [403, 'the issuer of the card is unknown'],
  ])('is not one with %i: %s', (status, body) => {
    expect(refusedJwt(call(status, body))).toBeNull();
  });
});
