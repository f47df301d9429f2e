import { describe, expect, it } from 'vitest';
import { s256 } from '../../../src/http/digest.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { form, jwt, sent } from '../../traffic/sketch.ts';

const AS = 'https://as.example.com';
const API = 'https://api.example.com/things';
// RFC 9449 section 4.1, and its thumbprint of section 6.1.
const JWK = {
  kty: 'EC',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
  crv: 'P-256',
};
const JKT = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I';
const TOKEN = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU';

const proof = (claims: object) => ({
  dpop: jwt({ jti: '1', ...claims }, { typ: 'dpop+jwt', alg: 'ES256', jwk: JWK }),
});

const wanted = (at: number, nonce?: string, more = {}) =>
  sent(at, `${AS}/token`, {
    body: form({ grant_type: 'client_credentials', client_id: 'svc' }),
    headers: proof({ htm: 'POST', htu: `${AS}/token`, nonce }),
    ...more,
  });

const called = (at: number, nonce: string | undefined, more = {}) =>
  sent(at, API, {
    headers: {
      authorization: `DPoP ${TOKEN}`,
      ...proof({ htm: 'GET', htu: API, ath: s256(TOKEN), nonce }),
    },
    ...more,
  });

const recording = [
  wanted(0, undefined, {
    status: 400,
    answer: { 'dpop-nonce': 'nonce-of-the-server' },
    answerBody: { error: 'use_dpop_nonce' },
  }),
  wanted(0.2, 'nonce-of-the-server', {
    answerBody: { access_token: TOKEN, token_type: 'DPoP', expires_in: 300 },
  }),
  called(1, undefined, {
    status: 401,
    answer: { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': 'nonce-of-the-api' },
  }),
  called(1.2, 'nonce-of-the-api'),
];

describe('the facts of DPoP', () => {
  it('have the key, the token and the source of each nonce', () => {
    const [analysed] = snapshotOf(recording).flows;
    expect(analysed?.flow.facts.dpop).toMatchObject([
      { message: 0, htm: 'POST', jkt: JKT, nonceFrom: null, repeats: null },
      { message: 1, nonceFrom: 0, repeats: 0, athMatches: null },
      { message: 2, htu: API, athMatches: true, repeats: null },
      { message: 3, nonceFrom: 2, repeats: 2 },
    ]);
    expect(analysed?.outcome).toBe('succeeded');
    expect(analysed?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('say when the proof is for another token', () => {
    const wrong = sent(1, API, {
      headers: { authorization: `DPoP ${TOKEN}`, ...proof({ ath: s256('another token') }) },
    });
    const [analysed] = snapshotOf([...recording.slice(1, 2), wrong]).flows;
    expect(analysed?.flow.facts.dpop[1]?.athMatches).toBe(false);
  });

  it('leave an attempt open if the client has not repeated its request yet', () => {
    expect(snapshotOf(recording.slice(0, 1)).flows[0]?.outcome).toBe('unfinished');
  });
});
