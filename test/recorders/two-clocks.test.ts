import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import { AS, analyse, later, ofTwoRecorders, seen, serverLogin, shape } from './server-login.ts';

const DAY = 86_400_000;

const clockGaps = ({ gaps }: Snapshot) =>
  gaps.filter(({ kind }) => kind === 'clock').map(({ text }) => text);

describe('the clocks of two recorders', () => {
  it('are not changed when the recorded times match', () => {
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

  it('do not change the flows, nor does the order of the exchanges', () => {
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

  it('that differ by less than a second keep the token request between the code and the page', () => {
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

  it('are reported with the difference that is certain', () => {
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

  it('are shifted to match most, and the contradiction is reported', () => {
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

  it('cause no finding on the server or the client', () => {
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
