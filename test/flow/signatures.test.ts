import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { settledSnapshot } from '../../src/analysis/settled-snapshot.ts';
import { signedTokens } from '../../src/flow/facts/signed-tokens.ts';
import type { Signature } from '../../src/flow/signatures.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { publicKey } from '../helpers/case-keys.ts';
import { fillIn } from '../helpers/case-values.ts';
import { exchange, login } from '../helpers/exchanges.ts';

const ISSUER = 'https://as.example.com';

/** The key set of a URL, with the named keys. */
const keySet = (at: number, url: string, names: readonly string[], more = {}): Exchange => ({
  ...exchange(at, {
    url,
    destination: 'empty',
    mode: 'cors',
    answerBody: { keys: names.map((name) => JSON.parse(publicKey(name))) },
  }),
  ...more,
});

const metadata = (issuer: string, jwks_uri: string): Exchange =>
  exchange(-60, {
    url: `${issuer}/.well-known/openid-configuration`,
    destination: 'empty',
    mode: 'cors',
    answerBody: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri,
    },
  });

/** A login whose ID token is signed by the named key. */
function loginWith(signed: string, header: object = {}, iss = ISSUER): readonly Exchange[] {
  const jose = { alg: 'RS256', kid: signed, signed, ...header };
  const claims = { iss, sub: '1', aud: 'client-1' };
  const token = fillIn(`{{jwt ${JSON.stringify(claims)} ${JSON.stringify(jose)}}}`, 0);
  return withIdToken(token);
}

function withIdToken(id_token: string): readonly Exchange[] {
  return login().map((one) => {
    if (!one.response || !one.request.url.endsWith('/token')) return one;
    const text = JSON.stringify({ access_token: 'at', token_type: 'Bearer', id_token });
    return { ...one, response: { ...one.response, body: { text } } };
  });
}

async function signatureIn(exchanges: readonly Exchange[]): Promise<Signature | undefined> {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  const { flows } = await settledSnapshot(analysis);
  const { flow } = flows.find((one) => signedTokens(one.flow).length > 0) ?? {};
  const [jwt] = flow ? signedTokens(flow) : [];
  return jwt && flow?.recording.signatureOf(jwt);
}

const states = async (exchanges: readonly Exchange[]): Promise<string | undefined> => {
  const found = await signatureIn(exchanges);
  return found?.is === 'unknown' ? found.because : found?.is;
};

describe('the signature of a token', () => {
  const keys = keySet(-30, `${ISSUER}/keys`, ['k1', 'k2']);

  it('is verified with a key that was recorded anywhere, in any order', async () => {
    for (const all of [
      [keys, ...loginWith('k1')],
      [...loginWith('k1'), keys],
      [...loginWith('k1').toReversed(), keys, keys],
    ]) {
      expect(await signatureIn(all)).toMatchObject({ is: 'verified', kid: 'k1' });
    }
  });

  it('is tried with each key when the token names none', async () => {
    const jose = { kid: undefined };
    expect(await signatureIn([keys, ...loginWith('k2', jose)])).toMatchObject({ kid: 'k2' });
    expect(await states([keys, ...loginWith('k3', jose)])).toBe('invalid');
  });

  it('is verified with an older key set when the newest has another key under that name', async () => {
    const swapped = {
      ...keySet(-10, `${ISSUER}/keys`, []),
      id: 'swapped',
      response: keySet(0, '', []).response && {
        ...keys.response,
        body: { text: `{"keys":[${publicKey('k9 {"kid":"k1"}')}]}` },
      },
    } as Exchange;
    expect(await states([swapped, ...loginWith('k1')])).toBe('invalid');
    expect(await states([swapped, keys, ...loginWith('k1')])).toBe('verified');
  });

  it.each([
    ['invalid', loginWith('k3', { kid: 'k1' })],
    ['no-key', loginWith('k3')],
    ['no-key', loginWith('k1', { kid: 'k3' })],
    ['other-algorithm', loginWith('k1', { alg: 'ES256' })],
    ['unsigned', loginWith('k1', { alg: 'none' })],
    ['shared-secret', loginWith('a secret', { alg: 'HS256' })],
    ['unsupported', loginWith('k1', { alg: 'XY512' })],
    ['no-keys', loginWith('k1', {}, 'https://other.example.com')],
    ['not-whole', loginWith('k1', { signed: undefined })],
    ['sealed', loginWith('k1', { nonce: 'n' }, 'https://sts.windows.net/common/')],
  ])('is %s', async (expected, exchanges) => {
    expect(await states([keys, ...exchanges])).toBe(expected);
  });

  it('is by another issuer when only its keys verify it', async () => {
    const realms = ['one', 'two'].flatMap((realm) => {
      const issuer = `https://sso.example.com/realms/${realm}`;
      return [metadata(issuer, `${issuer}/certs`), keySet(-20, `${issuer}/certs`, [realm])];
    });
    const token = loginWith('two', {}, 'https://sso.example.com/realms/one');
    expect(await signatureIn([...realms, ...token])).toMatchObject({
      is: 'other-issuer',
      set: { issuer: 'https://sso.example.com/realms/two' },
    });
  });

  it('is not known until the cryptography is done, and the flow is judged again', async () => {
    const analysis = createAnalysis();
    for (const one of [keys, ...loginWith('k3', { kid: 'k1' })]) analysis.add(one);
    const before = analysis.snapshot().flows[0];
    expect(await analysis.settle()).toBe(true);
    const after = analysis.snapshot().flows[0];
    expect(after).not.toBe(before);
    expect(after?.flow).toBe(before?.flow);
    expect(await analysis.settle()).toBe(false);
    expect(analysis.snapshot().flows[0]).toBe(after);
  });

  it('is found for more tokens than one round verifies', async () => {
    const exchanges = Array.from({ length: 250 }, (_, index) => {
      const jose = { alg: 'RS256', kid: 'k1', signed: 'k1' };
      const token = fillIn(`{{jwt {"iss":"${ISSUER}","n":${index}} ${JSON.stringify(jose)}}}`, 0);
      return {
        ...exchange(index, {
          url: `https://api.example.com/orders/${index}`,
          status: 401,
          headers: { authorization: `Bearer ${token}` },
          destination: 'empty',
          mode: 'cors',
        }),
        id: `c${index}`,
      };
    });
    const analysis = createAnalysis();
    for (const one of [keys, ...exchanges]) analysis.add(one);
    analysis.snapshot();
    expect(await analysis.settle()).toBe(true);
    expect(await analysis.settle()).toBe(true);
    expect(await analysis.settle()).toBe(false);
  });
});

describe('the keys of an issuer', () => {
  it.each([
    ['metadata name them', 'verified', ['https://keys.example.net/a/jwks']],
    ['no metadata name them', 'no-keys', ['https://keys.example.net/b/jwks']],
    ['they are among several at its origin', 'no-keys', [`${ISSUER}/a/jwks`, `${ISSUER}/b/jwks`]],
    ['they are the only ones at its origin', 'verified', [`${ISSUER}/b/jwks`]],
  ])('are read when %s: %s', async (_, expected, urls) => {
    const sets = urls.map((url, index) => keySet(-20 - index, url, ['k1']));
    const named = urls[0]?.endsWith('.net/a/jwks') ? [metadata(ISSUER, urls[0])] : [];
    expect(await states([...named, ...sets, ...loginWith('k1')])).toBe(expected);
  });

  it.each([
    ['https://accounts.google.com', 'https://www.googleapis.com/oauth2/v3/certs'],
    ['accounts.google.com', 'https://www.googleapis.com/oauth2/v3/certs'],
    [
      'https://login.microsoftonline.com/2f66814b-2193-4cb3-ab9c-ec55ab468d94/v2.0',
      'https://login.microsoftonline.com/common/discovery/v2.0/keys',
    ],
    [
      'https://sts.windows.net/2f66814b-2193-4cb3-ab9c-ec55ab468d94/',
      'https://login.microsoftonline.com/common/discovery/keys',
    ],
  ])('of %s are where its provider documents them', async (issuer, url) => {
    expect(await states([keySet(-20, url, ['k1']), ...loginWith('k1', {}, issuer)])).toBe(
      'verified',
    );
  });

  it('are those that metadata for all tenants name', async () => {
    const issuer = 'https://login.example.com/{tenantid}/v2.0';
    const all = [
      metadata(issuer, 'https://login.example.com/jwks'),
      keySet(-20, 'https://login.example.com/jwks', ['k1']),
    ];
    expect(await states([...all, ...loginWith('k1', {}, 'https://login.example.com/t/v2.0')])).toBe(
      'verified',
    );
    expect(
      await states([...all, ...loginWith('k1', {}, 'https://login.example.com/t/u/v2.0')]),
    ).toBe('no-keys');
  });
});
