import { describe, expect, it } from 'vitest';
import { lastThatWorked, othersToCompare } from '../../../src/conclusion/compare/candidates.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { attemptExchanges, REFUSED } from '../attempts.ts';

const flows = snapshotOf([
  ...attemptExchanges('first', [], { at: 0 }),
  ...attemptExchanges('other client', [], { at: 100, client: 'other-client' }),
  ...attemptExchanges('second', [], { at: 200 }),
  ...attemptExchanges('failed', REFUSED, { at: 300 }),
  ...attemptExchanges('third', [], { at: 400 }),
  ...attemptExchanges('other server', [['as.example.com', 'as.example.org']], { at: 290 }),
]).flows;
const at = (seconds: number) =>
  flows.find(({ flow }) => flow.startedAt === Date.UTC(2026, 0, 1) + seconds * 1_000);
const failed = at(300);

describe('the last attempt that worked', () => {
  it('is the newest before, of the same client and server', () => {
    expect(failed?.verdict.sign).toBe('recovered');
    expect(failed && lastThatWorked(failed, flows)).toBe(at(200));
  });

  it('is the first after, when there is none before', () => {
    const later = flows.filter(({ flow }) => flow.startedAt >= (failed?.flow.startedAt ?? 0));
    expect(failed && lastThatWorked(failed, later)).toBe(at(400));
  });

  it('may be of another client at the same server, and never at another one', () => {
    const others = flows.filter((one) => one === failed || one === at(100) || one === at(290));
    expect(failed && lastThatWorked(failed, others)).toBe(at(100));
    expect(
      failed && lastThatWorked(failed, [failed, ...flows.filter((one) => one === at(290))]),
    ).toBeNull();
  });
});

it('the others begin with the most similar ones, the newest first', () => {
  expect(failed && othersToCompare(failed, flows)).toEqual([
    at(400),
    at(200),
    at(0),
    at(100),
    at(290),
  ]);
});
