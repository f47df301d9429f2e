import { describe, expect, it } from 'vitest';
import { attemptRuns } from '../../src/conclusion/attempt-runs.ts';
import { firstShown } from '../../src/conclusion/first-shown.ts';
import { recoveredLater } from '../../src/conclusion/recovered-later.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchangesOf } from '../helpers/captures.ts';
import { clean, refused } from '../panels/logins.ts';
import { login } from '../panels/recording.ts';

const flowsOf = (...recordings: readonly (readonly Exchange[])[]) =>
  snapshotOf(recordings.flat()).flows;
const retry = (prefix: string, at: number) =>
  refused({ prefix, at, state: `st-${prefix}-12345`, code: `co-${prefix}-12345` });
const worked = (prefix: string, at: number) =>
  login({ prefix, at, state: `st-${prefix}-12345`, code: `co-${prefix}-12345` });

describe('attempts that repeat each other', () => {
  const ids = (...recordings: readonly (readonly Exchange[])[]) =>
    attemptRuns(flowsOf(...recordings)).map(({ last, earlier }) => [
      ...earlier.map(({ flow }) => flow.id),
      last.flow.id,
    ]);

  it('are one run when the same parties fail alike', () => {
    expect(ids(retry('a', 0), retry('b', 60_000), retry('c', 120_000))).toEqual([
      ['a1', 'b1', 'c1'],
    ]);
  });

  it('are one run although another client logs in between', () => {
    expect(ids(retry('a', 0), clean('x', 30_000), retry('b', 60_000))).toEqual([
      ['x1'],
      ['a1', 'b1'],
    ]);
  });

  it('are no run when they worked, or when one in between worked', () => {
    expect(ids(worked('a', 0), worked('b', 60_000))).toEqual([['a1'], ['b1']]);
    expect(ids(retry('a', 0), worked('b', 60_000), retry('c', 120_000))).toHaveLength(3);
  });

  it('are one run when they are the rounds of a loop', () => {
    const [loop, ...more] = attemptRuns(flowsOf(exchangesOf('chromium/login-loop.har')));
    expect(more).toEqual([]);
    expect(loop?.earlier).toHaveLength(3);
    expect(loop?.last.verdict.cause?.effect).toBe('starts-over');
  });

  it('take linear time', () => {
    const [one] = flowsOf(retry('a', 0));
    if (!one) throw new Error('The login is a flow.');
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      ...one,
      flow: { ...one.flow, id: `f${index}` },
    }));
    expect(attemptRuns(many).map(({ earlier }) => earlier.length)).toEqual([49_999]);
  });
});

describe('a failure before the same login worked', () => {
  const signs = (...recordings: readonly (readonly Exchange[])[]) =>
    recoveredLater()(flowsOf(...recordings)).map(({ verdict }) => verdict.sign);

  it('is recovered, and says so', () => {
    const [first] = recoveredLater()(flowsOf(retry('a', 0), worked('b', 60_000)));
    expect(first?.verdict.sign).toBe('recovered');
    expect(first?.verdict.text).toContain('A later attempt of this client worked.');
    expect(first?.outcome).toBe('failed');
  });

  it('is not recovered by another client, nor by an earlier login', () => {
    expect(signs(retry('a', 0), clean('x', 60_000))).toEqual(['bad', 'good']);
    expect(signs(worked('a', 0), retry('b', 60_000))).toEqual(['good', 'bad']);
  });

  it('keeps the identity of its flow', () => {
    const told = recoveredLater();
    const flows = flowsOf(retry('a', 0), worked('b', 60_000));
    expect(told(flows)[0]).toBe(told(flows)[0]);
    expect(told(flows)[1]).toBe(flows[1]);
  });
});

describe('the attempt that is shown first', () => {
  const first = (...recordings: readonly (readonly Exchange[])[]) =>
    firstShown(recoveredLater()(flowsOf(...recordings)))?.flow.id;

  it('is the newest failure, else the newest attempt', () => {
    expect(first(clean('x', 0), retry('a', 60_000), clean('y', 120_000))).toBe('a1');
    expect(first(retry('a', 0), worked('b', 60_000))).toBe('b1');
    expect(first(clean('x', 0), clean('y', 60_000))).toBe('y1');
    expect(first()).toBeUndefined();
  });

  it('is no silent request that found nobody signed in, when a login came later', () => {
    const flows = flowsOf(exchangesOf('chromium/login-required.har'));
    const probe = flows.find(({ verdict }) => verdict.sign === 'open');
    expect(probe).toBeDefined();
    const later = clean('x', 1e12);
    expect(firstShown([...flows, ...flowsOf(later)])?.flow.id).toBe('x1');
  });
});
