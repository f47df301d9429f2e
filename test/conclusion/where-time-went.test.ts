import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeSentence } from '../../src/conclusion/time-sentence.ts';
import { type TimeSpent, whereTimeWent } from '../../src/conclusion/where-time-went.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { deviceLogin } from '../flow/recordings.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { login } from '../helpers/exchanges.ts';

function spentIn(exchanges: readonly Exchange[]) {
  const { flows } = snapshotOf(exchanges);
  const [analysed] = flows;
  if (!analysed) throw new Error('These exchanges make no flow.');
  return { spent: whereTimeWent(analysed, flows), analysed };
}

/** Milliseconds by class, rounded. */
const sumsOf = ({ sums }: TimeSpent) =>
  Object.fromEntries([...sums].map(([is, length]) => [is, Math.round(length)]));

const total = (spent: TimeSpent) => [...spent.sums.values()].reduce((sum, one) => sum + one, 0);

/** A login whose requests have timings. */
const TIMED = login().map((one) => ({
  ...one,
  duration: 20,
  timings: { blocked: 1, dns: 2, connect: 3, ssl: 4, send: 1, wait: 7, receive: 2 },
}));

describe('the time of a login', () => {
  it('is divided among user, application, servers and network', () => {
    const { spent, analysed } = spentIn(TIMED);
    expect(spent.to - spent.from).toBe(4_020);
    // 3 s at the login page, less three requests and two redirects.
    expect(sumsOf(spent)).toEqual({
      user: 2_780,
      server: 28,
      api: 7,
      application: 287,
      network: 72,
      browser: 266,
      idle: 580,
    });
    expect(timeSentence(spent, analysed.flow.grant)).toBe(
      '3.4 s: 2.8 s user at the login page, 287 ms waiting for the application, 266 ms browser, 72 ms network, 28 ms authorization server, 7 ms API. Besides, 580 ms idle between later requests.',
    );
  });

  it('does not tell server and network apart without timings', () => {
    const { spent } = spentIn(login());
    expect(sumsOf(spent)).toEqual({
      user: 2_780,
      request: 120,
      application: 280,
      browser: 260,
      idle: 580,
    });
  });

  it('is unknown after a request of unknown duration', () => {
    const { spent } = spentIn(login().map((one) => ({ ...one, duration: null })));
    expect(sumsOf(spent)).toEqual({ unknown: 4_000 });
  });

  it('is unknown where a redirect leads to pages that were not recorded', () => {
    const { spent } = spentIn(login().filter(({ request }) => !request.url.includes('/login/')));
    expect(sumsOf(spent).unknown).toBe(3_080);
  });

  it('is the user’s while a device polls', () => {
    const { spent, analysed } = spentIn(
      deviceLogin(0, 'x').filter(({ request }) => !request.url.includes('activate')),
    );
    expect(sumsOf(spent).user).toBeGreaterThan(1_000);
    expect(timeSentence(spent, analysed.flow.grant)).toContain('user, on another device');
  });

  it('of requests at the same time counts once, by what most explains it', () => {
    const call = TIMED.at(-1) as Exchange;
    const twice = [...TIMED, { ...call, id: 'again', startedAt: call.startedAt + 5 }];
    const { spent } = spentIn(twice);
    expect(spent.to - spent.from).toBe(4_025);
    expect(total(spent)).toBeCloseTo(4_025, 3);
    expect(sumsOf(spent).api).toBe(12);
  });
});

describe('for every recorded attempt', () => {
  const recorded = captures
    .filter(({ folder }, index) => /^(?:chromium|firefox)$/.test(folder) && index % 8 === 0)
    .map(({ path }) => exchangesOf(path));

  function expectWhole(exchanges: readonly Exchange[]): void {
    const { flows } = snapshotOf(exchanges);
    for (const analysed of flows) {
      const spent = whereTimeWent(analysed, flows);
      expect(total(spent)).toBeCloseTo(spent.to - spent.from, 3);
      let last = spent.from;
      for (const { from, to } of spent.spans) {
        expect([from, to > from]).toEqual([last, true]);
        last = to;
      }
      expect(last).toBe(spans(spent));
    }
  }
  const spans = (spent: TimeSpent): number => (spent.spans.length === 0 ? spent.from : spent.to);

  it('the classes are the whole time, without holes', () => {
    for (const exchanges of recorded) expectWhole(exchanges);
  }, 30_000);

  it('they are, whatever the durations and the parts of the requests', () => {
    const length = fc.integer({ min: -1, max: 5_000 });
    const change = fc.record({
      duration: fc.option(length),
      timings: fc.option(
        fc.record({
          blocked: length,
          dns: length,
          connect: length,
          ssl: length,
          send: length,
          wait: length,
          receive: length,
        }),
        { nil: undefined },
      ),
      later: fc.integer({ min: 0, max: 3_000 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...recorded),
        fc.array(change, { minLength: 1, maxLength: 20 }),
        (exchanges, changes) => {
          expectWhole(
            exchanges.map((one, index) => {
              const { duration, timings, later } = changes[index % changes.length] ?? {
                duration: 1,
                later: 0,
              };
              const { timings: _, ...rest } = one;
              const changed = { ...rest, duration, startedAt: one.startedAt + later };
              return timings === undefined ? changed : { ...changed, timings };
            }),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('even of thousands of requests, in time', () => {
    const { analysed: small } = spentIn(login());
    const { messages } = small.flow;
    const call = messages.at(-1);
    const many = Array.from({ length: 20_000 }, (_, index) => {
      if (!call) throw new Error('The login has no call.');
      const startedAt = call.exchange.startedAt + index * 10;
      return { ...call, exchange: { ...call.exchange, id: `many ${index}`, startedAt } };
    });
    const analysed = { ...small, flow: { ...small.flow, messages: [...messages, ...many] } };
    const before = performance.now();
    const spent = whereTimeWent(analysed);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(total(spent)).toBeCloseTo(spent.to - spent.from, 0);
  });
});
