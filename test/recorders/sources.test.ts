import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { mergeSources } from '../../src/recorders/merge-sources.ts';
import { type ExchangeSketch, exchange } from '../helpers/exchanges.ts';

const AS = 'https://as.example.com';
const APP = 'https://app.example.com';
const DAY = 86_400_000;

interface ServerLogin {
  readonly at?: number;
  readonly name?: string;
  readonly date?: boolean;
  /** What the callback of the application does. */
  readonly callback?: 'redirects' | 'shows a page';
}

const seen = (source: number, at: number, sketch: ExchangeSketch): Exchange =>
  exchange(at, { source, ...sketch });

/** A login whose code a server redeems: what the browser saw, and what a proxy behind it saw. */
function serverLogin(sketch: ServerLogin = {}) {
  const { at = 0, name = 'Kd83jFq0', date = false, callback = 'redirects' } = sketch;
  const state = `af0ifjsldkjf-${name}`;
  const code = `SplxlOBeZQQYbYS6WxSbIA-${name}`;
  const token = `2YotnFZFEjr1zCsicMWpAA-${name}`;
  const clock = (seconds: number): Record<string, string> =>
    date ? { date: new Date(Date.UTC(2026, 0, 1) + (at + seconds) * 1_000).toUTCString() } : {};
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 's6BhdRkqt3',
    redirect_uri: `${APP}/cb`,
    scope: 'api',
    state,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const browser = [
    seen(0, at, {
      url: `${AS}/authorize?${query}`,
      status: 302,
      answer: { location: `${APP}/cb?code=${code}&state=${state}`, ...clock(0) },
    }),
    seen(0, at + 0.1, {
      url: `${APP}/cb?code=${code}&state=${state}`,
      headers: { 'sec-fetch-site': 'cross-site' },
      duration: 400,
      ...(callback === 'redirects' ? { status: 302, answer: { location: '/home' } } : {}),
    }),
    ...(callback === 'redirects' ? [seen(0, at + 0.55, { url: `${APP}/home` })] : []),
  ];
  const server = { destination: 'unknown', mode: 'unknown' } as const;
  const proxy = [
    seen(1, at + 0.2, {
      ...server,
      url: `${AS}/token`,
      headers: { authorization: 'Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW' },
      duration: 50,
      body: `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent(`${APP}/cb`)}&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`,
      answer: { 'content-type': 'application/json', 'cache-control': 'no-store', ...clock(0.22) },
      answerBody: { access_token: token, token_type: 'Bearer', expires_in: 60 },
    }),
    seen(1, at + 0.3, {
      ...server,
      url: 'https://api.example.com/things',
      headers: { authorization: `Bearer ${token}` },
      answer: { 'content-type': 'application/json' },
      answerBody: '[]',
    }),
  ];
  return { browser, proxy, all: [...browser, ...proxy] };
}

const later = (exchanges: readonly Exchange[], milliseconds: number): Exchange[] =>
  exchanges.map((one) => ({ ...one, startedAt: one.startedAt + milliseconds }));

function ofTwoRecorders() {
  const analysis = createAnalysis();
  analysis.addSource(1, 'backend.har', mergeSources);
  return analysis;
}

function analyse(exchanges: readonly Exchange[]): Snapshot {
  const analysis = ofTwoRecorders();
  exchanges.forEach(analysis.add);
  return analysis.snapshot();
}

function shape({ flows }: Snapshot) {
  return flows.map(({ flow, outcome, findings }) => ({
    id: flow.id,
    outcome,
    messages: flow.messages.map((message) => `${message.kind} ${message.exchange.id}`),
    findings: findings.map(({ check, message }) => `${check} ${message}`),
  }));
}

const clockGaps = ({ gaps }: Snapshot) =>
  gaps.filter(({ kind }) => kind === 'clock').map(({ text }) => text);

describe('the clocks of two recorders', () => {
  it('are left alone when the times as recorded fit', () => {
    const snapshot = analyse(serverLogin({ date: true }).all);
    expect(clockGaps(snapshot)).toEqual([]);
    const shifts = snapshot.flows.flatMap(({ flow }) =>
      flow.messages.map((message) => message.exchange.clock?.shift ?? 0),
    );
    expect(new Set(shifts)).toEqual(new Set([0]));
    expect(shape(snapshot).map(({ messages }) => messages.length)).toEqual([5]);
  });

  it.each([
    [
      -724_000,
      'The clock of backend.har runs 12 min 4 s behind the browser’s; its times were shifted.',
    ],
    [
      724_000,
      'The clock of backend.har runs 12 min 4 s ahead of the browser’s; its times were shifted.',
    ],
    [
      -2 * DAY - 7_200_000,
      'The clock of backend.har runs 2 d 2 h behind the browser’s; its times were shifted.',
    ],
  ])('differ by %d ms: the token request stands where it was sent', (skew, sentence) => {
    const { browser, proxy } = serverLogin();
    const snapshot = analyse([...browser, ...later(proxy, skew)]);
    expect(shape(snapshot)).toEqual(shape(analyse([...browser, ...proxy])));
    expect(clockGaps(snapshot)).toEqual([sentence]);
  });

  it('keep the time that the recorder wrote', () => {
    const { browser, proxy } = serverLogin();
    const [token] = later(proxy, -724_000);
    if (!token) throw new Error('no token request');
    const message = analyse([...browser, token]).flows[0]?.flow.tokenRequests[0];
    const { startedAt = 0, clock } = message?.exchange ?? {};
    expect(startedAt - (clock?.shift ?? 0)).toBe(token.startedAt);
  });

  const logins = [
    serverLogin({ date: true }),
    serverLogin({ at: 40, name: 'Zw71mPx4' }),
    serverLogin({ at: 95, name: 'Hv05bYt9', date: true }),
  ];
  const browserSide = logins.flatMap(({ browser }) => browser);
  const proxySide = logins.flatMap(({ proxy }) => proxy);
  const skewed = (skew: fc.Arbitrary<number>) =>
    skew.chain((by) => {
      const recording = [...browserSide, ...later(proxySide, by)];
      return fc.shuffledSubarray(recording, { minLength: recording.length });
    });

  it('give the same flows whatever they show and in whatever order the exchanges come', () => {
    const expected = shape(analyse([...browserSide, ...proxySide]));
    expect(expected.map(({ messages }) => messages.length)).toEqual([5, 5, 5]);
    const days = fc.integer({ min: 2_000, max: 3 * DAY });
    const skews = fc.oneof(
      fc.constant(0),
      days,
      days.map((by) => -by),
    );
    fc.assert(
      fc.property(skewed(skews), fc.nat(18), (recording, asked) => {
        const analysis = ofTwoRecorders();
        for (const [index, one] of recording.entries()) {
          analysis.add(one);
          if (index === asked) analysis.snapshot();
        }
        expect(shape(analysis.snapshot())).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('that differ by less than a second leave the token request between the code and the page', () => {
    fc.assert(
      fc.property(skewed(fc.integer({ min: -1_000, max: 1_000 })), (recording) => {
        for (const { flow } of analyse(recording).flows) {
          const kinds = flow.messages.map(({ kind }) => kind);
          expect(kinds.filter((kind) => kind !== 'api-call')).toEqual([
            'authorization-request',
            'authorization-response',
            'token-request',
            'landing',
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are said to differ by no less than what is certain', () => {
    const { browser, proxy } = serverLogin({ callback: 'shows a page' });
    const behind = analyse([...browser, ...later(proxy, -724_000)]);
    expect(clockGaps(behind)).toEqual([
      'The clock of backend.har runs at least 12 min 4 s behind the browser’s; its times were shifted.',
    ]);
    expect(behind.flows[0]?.flow.messages.map(({ kind }) => kind)).toEqual([
      'authorization-request',
      'authorization-response',
      'token-request',
      'api-call',
    ]);
  });

  it('are shifted to fit most, and the contradiction is said', () => {
    const fitting = [0, 40, 95].map((at) => serverLogin({ at, name: `fits-${at}-Kd83` }));
    const odd = serverLogin({ at: 150, name: 'odd-Zw71mPx4' });
    const proxy = fitting.flatMap((one) => one.proxy);
    const snapshot = analyse([
      ...fitting.flatMap((one) => one.browser),
      ...odd.browser,
      ...later(proxy, -600_000),
      ...later(odd.proxy, -60_000),
    ]);
    expect(clockGaps(snapshot)).toEqual([
      expect.stringMatching(
        /^The clock of backend\.har runs 10 min behind the browser’s; its times were shifted\. What it shows contradicts itself in \d+ of \d+ comparisons/,
      ),
    ]);
  });

  it('place a pushed authorization request before its use', () => {
    const uri = 'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c';
    const pushed = seen(1, 900, {
      url: `${AS}/par`,
      destination: 'unknown',
      mode: 'unknown',
      body: 'client_id=s6BhdRkqt3&response_type=code&state=af0ifjsldkjf3kd9',
      status: 201,
      answerBody: { request_uri: uri, expires_in: 60 },
    });
    const request = seen(0, 1, {
      url: `${AS}/authorize?client_id=s6BhdRkqt3&request_uri=${encodeURIComponent(uri)}`,
      answerBody: '<form>',
    });
    const snapshot = analyse([request, pushed]);
    expect(snapshot.flows.map(({ flow }) => flow.messages.map(({ kind }) => kind))).toEqual([
      ['pushed-authorization-request', 'authorization-request'],
    ]);
    expect(clockGaps(snapshot)[0]).toMatch(/runs at least 14 min 59 s ahead of/);
  });

  it('are compared along a chain of recorders', () => {
    const { browser, proxy } = serverLogin();
    const [token, call] = later(proxy, 300_000);
    if (!token || !call) throw new Error('no back channel');
    const api = { ...call, source: 2, startedAt: call.startedAt - 900_000 };
    const snapshot = analyse([...browser, token, api]);
    expect(snapshot.flows[0]?.flow.messages.map(({ kind }) => kind)).toEqual([
      'authorization-request',
      'authorization-response',
      'token-request',
      'api-call',
      'landing',
    ]);
    expect(clockGaps(snapshot)).toHaveLength(2);
  });

  it('accuse nobody: neither the server nor the client', () => {
    const { browser, proxy } = serverLogin({ date: true });
    for (const skew of [-1_200_000, 1_200_000]) {
      const { flows } = analyse([...browser, ...later(proxy, skew)]);
      expect(flows.flatMap(({ findings }) => findings.map(({ check }) => check))).toEqual(
        analyse([...browser, ...proxy]).flows.flatMap(({ findings }) =>
          findings.map(({ check }) => check),
        ),
      );
    }
  });
});

describe('what two recorders saw', () => {
  const { browser, proxy } = serverLogin({ date: true });
  /** As the proxy saw it: no kind of request, and everything that was sent and answered. */
  const again = (exchanges: readonly Exchange[], skew: number): Exchange[] =>
    later(exchanges, skew + 3).map((one) => ({
      ...one,
      id: `again ${one.id}`,
      source: 1,
      destination: 'unknown',
      mode: 'unknown',
      duration: (one.duration ?? 0) - 6,
    }));

  it.each([0, 1_200_000, -1_200_000])('counts once, with clocks %d ms apart', (skew) => {
    const both = [...browser, ...again(browser, skew), ...later(proxy, skew)];
    expect(shape(analyse(both))).toEqual(shape(analyse([...browser, ...proxy])));
  });

  it('is made of the better part of each', () => {
    const [token] = proxy;
    if (!token?.response) throw new Error('no token request');
    const ofBrowser: Exchange = {
      ...token,
      id: 'seen by the browser',
      source: 0,
      destination: 'empty',
      mode: 'cors',
      request: { ...token.request, headers: [], headersComplete: false },
      response: { ...token.response, status: null, body: { unknown: 'page-left' } },
    };
    const { flows } = analyse([...browser, ofBrowser, token]);
    const requests = flows.flatMap(({ flow }) => flow.tokenRequests);
    expect(requests.map(({ exchange: { id, mode } }) => [id, mode])).toEqual([
      ['seen by the browser', 'cors'],
    ]);
    expect(requests[0]?.response.outcome).toBe('tokens');
    expect(requests[0]?.exchange.response?.status).toBe(200);
    expect(requests[0]?.basic?.id).toBe('s6BhdRkqt3');
  });

  it('is two when the answers differ', () => {
    const [token] = proxy;
    if (!token?.response) throw new Error('no token request');
    const refused: Exchange = {
      ...token,
      id: 'refused',
      source: 0,
      destination: 'empty',
      mode: 'cors',
      startedAt: token.startedAt + 30,
      response: {
        ...token.response,
        status: 400,
        body: { text: '{"error":"invalid_grant"}' },
      },
    };
    const { flows } = analyse([...browser, ...proxy, refused]);
    expect(flows[0]?.flow.tokenRequests).toHaveLength(2);
    expect(flows[0]?.findings.map(({ check }) => check)).toContain('code-reused');
  });

  it('joins a recording that is already analysed, and leaves it again', () => {
    const analysis = ofTwoRecorders();
    browser.forEach(analysis.add);
    const [alone] = analysis.snapshot().flows;
    expect(alone?.outcome).toBe('unknown');
    later(proxy, -600_000).forEach(analysis.add);
    expect(analysis.snapshot().flows.map(({ outcome }) => outcome)).toEqual(['succeeded']);
    analysis.clear();
    browser.forEach(analysis.add);
    expect(shape(analysis.snapshot())).toEqual(shape(analyse(browser)));
  });
});
