import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import { wellKnownOf } from '../../src/oauth/documents/metadata-place.ts';
import { userinfoAnswer } from '../../src/oauth/documents/userinfo-answer.ts';
import { readAuthorizationDetails } from '../../src/oauth/values/authorization-details.ts';
import { dpopProof, thumbprintInput } from '../../src/oauth/values/dpop.ts';
import { exchange } from '../helpers/exchanges.ts';
import { jwt } from '../traffic/sketch.ts';

const url = 'https://as.example.com/token';
const withProof = (dpop: string) => exchange(0, { url, body: 'grant_type=x', headers: { dpop } });

describe('the DPoP proof of a request', () => {
  it('is read claim by claim', () => {
    const jwk = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' };
    const claims = { htm: 'POST', htu: url, jti: '1', iat: 1_767_225_600, nonce: 'n', ath: 'h' };
    expect(dpopProof(withProof(jwt(claims, { typ: 'dpop+jwt', alg: 'ES256', jwk })))).toMatchObject(
      {
        ...claims,
        jwk,
      },
    );
  });

  it('is none when there is no JWT, or more than one', () => {
    expect(dpopProof(withProof('not-a-jwt'))).toBeNull();
    const twice = withProof(jwt({ htm: 'POST' }));
    const [header] = twice.request.headers.filter(({ name }) => name === 'dpop');
    if (!header) throw new Error('no proof');
    const headers = [...twice.request.headers, header];
    expect(dpopProof({ ...twice, request: { ...twice.request, headers } })).toBeNull();
  });

  it.each(['ES256', 'RS256', 'EdDSA'])('has the thumbprint that jose computes: %s', async (alg) => {
    const jwk = await exportJWK((await generateKeyPair(alg, { extractable: true })).publicKey);
    const input = thumbprintInput({ ...jwk, kid: 'any', use: 'sig' });
    expect(input && s256(input)).toBe(await calculateJwkThumbprint(jwk));
  });

  it('has no thumbprint when the key has no known type or is incomplete', () => {
    for (const jwk of [null, {}, { kty: 'constructor' }, { kty: 'EC', crv: 'P-256', x: 'a' }]) {
      expect(thumbprintInput(jwk)).toBeNull();
    }
  });
});

describe('authorization_details', () => {
  it('are read part by part', () => {
    const text = JSON.stringify([
      { type: 'payment', actions: ['initiate', 'status'], amount: { currency: 'EUR' } },
      { locations: ['https://api.example.com'] },
    ]);
    expect(readAuthorizationDetails(text)).toEqual([
      {
        type: 'payment',
        fields: [
          { name: 'actions', value: 'initiate, status' },
          { name: 'amount', value: '{"currency":"EUR"}' },
        ],
      },
      { type: null, fields: [{ name: 'locations', value: 'https://api.example.com' }] },
    ]);
  });

  it('are absent when they are anything else, and never throw', () => {
    for (const text of ['', '{}', '[1]', 'payment'])
      expect(readAuthorizationDetails(text)).toBeNull();
    fc.assert(
      fc.property(fc.json(), (text) => {
        const details = readAuthorizationDetails(text);
        for (const { fields } of details ?? []) {
          for (const { value } of fields) expect(typeof value).toBe('string');
        }
      }),
    );
  });
});

describe('the place of metadata', () => {
  it.each([
    ['https://as.example.com/.well-known/openid-configuration', 'appended', ''],
    ['https://as.example.com/t/1/.well-known/openid-configuration', 'appended', '/t/1'],
    ['https://as.example.com/.well-known/oauth-authorization-server/t/1', 'inserted', '/t/1'],
    ['https://as.example.com/.well-known/openid-configuration/t', 'inserted', '/t'],
  ])('%s', (place, form, path) => {
    expect(wellKnownOf(place)).toMatchObject({ form, issuer: `https://as.example.com${path}` });
  });

  it('is none elsewhere', () => {
    expect(wellKnownOf('https://as.example.com/metadata')).toBeNull();
    expect(wellKnownOf('')).toBeNull();
  });
});

describe('the answer of a UserInfo endpoint', () => {
  const answer = (text: string) =>
    userinfoAnswer(exchange(0, { url: 'https://as.example.com/userinfo', answerBody: text }));

  it.each([
    ['json', '{"sub":"1"}', { sub: '1' }],
    ['jwt', jwt({ sub: '1' }), { sub: '1' }],
    ['encrypted', 'eyJhbGciOiJSU0EtT0FFUCJ9.AA.AA.AAAA.AA', null],
    ['other', '<html>', null],
  ])('%s', (form, text, claims) => {
    expect(answer(text)).toEqual({ form, claims });
  });
});
