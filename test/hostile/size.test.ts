import { describe, expect, it, vi } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/checks/analysis.ts';
import { curlCommand } from '../../src/curl/curl-command.ts';
import { s256 } from '../../src/flow/sha256.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { jsonReport } from '../../src/report/json.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { textReport } from '../../src/report/text.ts';
import { exchange, login } from '../helpers/exchanges.ts';
import { inventedJwt } from '../report/recordings.ts';
import { expectLinear } from './growth.ts';

// A machine that is busy with browsers takes its time; what grows too fast is told by its ratio.
vi.setConfig({ testTimeout: 60_000 });

const APP = 'https://app.example.com';
const TOKENS = { access_token: 'at-1-kZ8', token_type: 'Bearer', expires_in: 60 };

function snapshotOf(exchanges: readonly Exchange[]): Snapshot {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  return analysis.snapshot();
}

/** A login whose token endpoint answers so. */
function answered(text: string, { status = 200, type = 'application/json', cookies = 0 } = {}) {
  const headers = Array.from({ length: cookies }, (_, index) => ({
    name: 'Set-Cookie',
    value: `c${index}=v${index}aBcDeF0123456789; Path=/; HttpOnly`,
  }));
  headers.push({ name: 'Content-Type', value: type }, { name: 'Cache-Control', value: 'no-store' });
  headers.push({ name: 'Access-Control-Allow-Origin', value: APP });
  return login()
    .slice(0, 5)
    .map((one): Exchange => {
      const { response } = one;
      if (!response || !one.request.url.endsWith('/token')) return one;
      return { ...one, response: { ...response, status, headers, body: { text } } };
    });
}

/** The login with more behind its authorization request's URL. */
function asked(more: string): Exchange[] {
  return login().map((one, index) =>
    index === 0 ? { ...one, request: { ...one.request, url: one.request.url + more } } : one,
  );
}

function reports(snapshot: Snapshot): void {
  for (const report of [textReport(snapshot), markdownReport(snapshot), jsonReport(snapshot, [])]) {
    expect(report.ok).toBe(true);
  }
}

function everything(exchanges: readonly Exchange[]): void {
  const snapshot = snapshotOf(exchanges);
  const findings = snapshot.flows.flatMap((flow) => flow.findings);
  expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
  reports(snapshot);
  for (const secrets of ['variables', 'values'] as const) {
    for (const one of exchanges.slice(0, 20)) curlCommand(one, { shell: 'posix', secrets });
  }
}

/** The verdict on the only flow. */
function verdict(exchanges: readonly Exchange[]): { outcome: string; text: string } {
  const { flows } = snapshotOf(exchanges);
  expect(flows).toHaveLength(1);
  return { outcome: flows[0]?.outcome ?? '', text: flows[0]?.verdict.text ?? '' };
}

const claims = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`claim_${index}`, `v ${index}`]));
const jsonOf = (padding: number) => JSON.stringify({ ...TOKENS, padding: 'x'.repeat(padding) });
const pageOf = (size: number) =>
  `<!doctype html><title>Sorry</title>${'<p>We are sorry &lt;b&gt;'.repeat(size / 24)}`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const unsigned = (json: string) =>
  `${[`{"alg":"none"}`, json].map((part) => Buffer.from(part).toString('base64url')).join('.')}.`;

describe('a token response of 50 MB', () => {
  it('is not called something that it may not be', () => {
    const exchanges = answered(jsonOf(50_000_000));
    expect(verdict(exchanges)).toEqual({
      outcome: 'unknown',
      text: 'The login reached the token endpoint; its answer could not be read.',
    });
    const { flows, gaps } = snapshotOf(exchanges);
    expect(flows[0]?.unclear.map(({ reason }) => reason).join('\n')).toMatch(
      /too long to be read: 50\d{6} characters/,
    );
    expect(gaps.map(({ text }) => text)).toContain(
      'The answer of the token endpoint could not be read: it is too long.',
    );
  });

  it('is known as a page', () => {
    const page = pageOf(50_000_000);
    expect(verdict(answered(page, { type: 'text/html' })).text).toMatch(/web page/);
    expect(verdict(answered(page, { type: 'text/html', status: 500 })).text).toMatch(/500/);
  });

  it.each([
    ['JSON', (size: number) => answered(jsonOf(size))],
    ['HTML', (size: number) => answered(pageOf(size), { type: 'text/html' })],
  ])('takes time by its size: %s', (_, make) => {
    expectLinear(make, 50_000_000, everything);
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

  it('says what it says', () => {
    expect(verdict(refused(20_000_000)).text).toMatch(/redirect/i);
  });

  it('takes time by its size', () => {
    expectLinear(refused, 20_000_000, everything);
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
    expectLinear(make, size, everything);
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

describe('very many', () => {
  const parameters = (count: number) =>
    Array.from({ length: count }, (_, index) => `&p${index}=v${index}`).join('');
  const unlike = (index: number) => {
    const verifier = `ver1fier-${index}-`.padEnd(43, 'Q');
    return login({
      at: index * 5,
      state: `st4Te${index}xxxxQ`,
      code: `c0De${index}SplxlOBeZQ`,
      token: `tok3n${index}AbCdEf`,
      verifier,
      challenge: s256(verifier),
    });
  };
  const alike = (index: number) =>
    login({ at: index * 5, state: `st4Te${index}xxxxQ`, code: `c0De${index}SplxlOBeZQ` });
  const logins = (count: number, make: (index: number) => Exchange[]) =>
    Array.from({ length: count }, (_, index) => make(index)).flat();

  it.each([
    ['parameters in a URL', 100_000, (size: number) => asked(parameters(size))],
    ['parameters of one name', 100_000, (size: number) => asked('&scope=x'.repeat(size))],
    ['cookies', 10_000, (cookies: number) => answered(JSON.stringify(TOKENS), { cookies })],
    [
      'calls with one token',
      5_000,
      (size: number) => [
        ...login(),
        ...logins(size, (index) => [
          exchange(5 + index, {
            url: `https://api.example.com/things/${index}`,
            headers: { authorization: 'Bearer token-of-SplxlOBeZQQYbYS6WxSbIA' },
            destination: 'empty',
            mode: 'cors',
          }),
        ]),
      ],
    ],
  ])('%s leave one login, in time by their number', (_, size, make) => {
    expect(verdict(make(size)).outcome).toBe('succeeded');
    expectLinear(make, size / 10, everything);
  });

  it('flows are each found', () => {
    const snapshot = snapshotOf(logins(5_000, unlike));
    expect(snapshot.flows).toHaveLength(5_000);
    expect(new Set(snapshot.flows.map(({ outcome }) => outcome))).toEqual(new Set(['succeeded']));
  });

  it.each([
    ['', unlike],
    [' with one challenge', alike],
  ])('flows%s take time by their number', (_, make) => {
    expectLinear(
      (size) => logins(size, make),
      1_000,
      (all) => void snapshotOf(all),
    );
  });

  it('flows take time by their number in reports', () => {
    expectLinear((size) => snapshotOf(logins(size, unlike)), 60, reports);
  });
});
