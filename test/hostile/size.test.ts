import { describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { login } from '../helpers/exchanges.ts';
import { inventedJwt } from '../redaction/recordings.ts';
import { expectLinear } from './growth.ts';
import { answered, asked, everything, snapshotOf, TOKENS, verdict } from './recordings.ts';

// A busy machine is slow. The ratio shows excessive growth.
vi.setConfig({ testTimeout: 60_000 });

const claims = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`claim_${index}`, `v ${index}`]));
const jsonOf = (padding: number) => JSON.stringify({ ...TOKENS, padding: 'x'.repeat(padding) });
const pageOf = (size: number) =>
  `<!doctype html><title>Sorry</title>${'<p>We are sorry &lt;b&gt;'.repeat(size / 24)}`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const unsigned = (json: string) =>
  `${[`{"alg":"none"}`, json].map((part) => Buffer.from(part).toString('base64url')).join('.')}.`;

describe('a token response of 50 MB', () => {
  it('gets no name that may be wrong', () => {
    const exchanges = answered(jsonOf(50_000_000));
    expect(verdict(exchanges)).toEqual({
      outcome: 'unknown',
      text: 'The login reached the token endpoint; its response could not be read.',
    });
    const { flows, gaps } = snapshotOf(exchanges);
    expect(flows[0]?.unclear.map(({ reason }) => reason).join('\n')).toMatch(
      /too long to be read: 50\d{6} characters/,
    );
    expect(gaps.map(({ text }) => text)).toContain(
      'The response of the token endpoint could not be read: it is too long.',
    );
  });

  it('is recognised as a page', () => {
    const page = pageOf(50_000_000);
    expect(verdict(answered(page, { type: 'text/html' })).text).toMatch(/web page/);
    expect(verdict(answered(page, { type: 'text/html', status: 500 })).text).toMatch(/500/);
  });

  it.each([
    ['JSON', (size: number) => answered(jsonOf(size))],
    ['HTML', (size: number) => answered(pageOf(size), { type: 'text/html' })],
  ])('takes time by its size: %s', (_, make) => {
    expectLinear(make, 10_000_000, everything);
  });
});

describe('an error page of 20 MB', () => {
  const refused = (size: number): Exchange[] =>
    login()
      .slice(0, 1)
      .map((one) => ({
        ...one,
        response: one.response && {
          ...one.response,
          status: 400,
          headers: [{ name: 'Content-Type', value: 'text/html' }],
          body: { text: `<h1>invalid redirect_uri</h1>${pageOf(size)}` },
        },
      }));

  it('is quoted', () => {
    expect(verdict(refused(20_000_000)).text).toMatch(/redirect/i);
  });

  it('takes time by its size', () => {
    expectLinear(refused, 5_000_000, everything);
  });
});

describe('a JWT', () => {
  const withIdToken = (id_token: string) => answered(JSON.stringify({ ...TOKENS, id_token }));

  it('may have 10,000 claims', () => {
    const exchanges = withIdToken(inventedJwt(claims(10_000)));
    const [flow] = snapshotOf(exchanges).flows;
    const view = flow?.flow.tokenRequests[0]?.response.idToken?.view;
    expect(view?.kind === 'jwt' && Object.keys(view.jwt.claims)).toHaveLength(10_000);
    expect(verdict(exchanges).text).toMatch(/required claims/);
  });

  it.each([
    ['claims', 10_000, (size: number) => withIdToken(inventedJwt(claims(size)))],
    [
      '2 MB',
      2_000_000,
      (size: number) => withIdToken(inventedJwt({ name: 'aB3x'.repeat(size / 4) })),
    ],
    [
      '2 MB in every call',
      2_000_000,
      (size: number) => login({ token: inventedJwt({ sub: 'aB3x'.repeat(size / 4) }) }),
    ],
  ])('takes time by its size: %s', (_, size, make) => {
    everything(make(size));
    expectLinear(make, size / 4, everything);
  });
});

describe('JSON nested 100,000 levels deep', () => {
  const deep = nested(100_000);
  const login1 = (change: (one: Exchange) => Exchange) =>
    login().map((one) => (one.request.url.endsWith('/token') ? change(one) : one));

  it.each([
    [
      'in a token response',
      answered(`{"access_token":"at-1-kZ8","token_type":"Bearer","x":${deep}}`),
    ],
    ['as the type of a token', answered(`{"access_token":"at-1-kZ8","token_type":${deep}}`)],
    [
      'as the life of a token',
      answered(`{"access_token":"at-1-kZ8","token_type":"Bearer","expires_in":${deep}}`),
    ],
    ['as an error', answered(`{"error":${deep}}`, { status: 400 })],
    [
      'in an ID token',
      answered(JSON.stringify({ ...TOKENS, id_token: unsigned(`{"iss":${deep}}`) })),
    ],
    ['in a request object', asked(`&request=${unsigned(`{"nonce":${deep}}`)}`)],
    [
      'in a token request',
      login1((one) => ({
        ...one,
        request: {
          ...one.request,
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          body: { text: `{"grant_type":"authorization_code","code":${deep}}` },
        },
      })),
    ],
  ])('stops nothing: %s', (_, exchanges) => {
    everything(exchanges);
    expect(snapshotOf(exchanges).flows.length).toBeGreaterThan(0);
  });
});
