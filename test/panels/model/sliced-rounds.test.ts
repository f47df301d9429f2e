import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SlicedRounds } from '../../../panels/oauth/model/sliced-rounds.ts';

let clock = 0;

/** Rounds of some steps that take so many milliseconds each. */
function rounds(steps: number, milliseconds: number) {
  const seen = { begun: 0, steps: 0, shown: 0, idle: 0 };
  const sliced = new SlicedRounds<number>({
    *begin() {
      seen.begun += 1;
      for (let step = 0; step < steps; step += 1) {
        clock += milliseconds;
        seen.steps += 1;
        yield;
      }
      return seen.begun;
    },
    show: (result) => {
      seen.shown = result;
    },
    isDue: () => false,
    onIdle: () => {
      seen.idle += 1;
    },
    onError: (error) => {
      throw error;
    },
  });
  return { sliced, seen };
}

describe('rounds of work in slices', () => {
  beforeEach(() => {
    clock = 1_000;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('end a task by the clock, and show the result in a task of its own', () => {
    const { sliced, seen } = rounds(4, 8);
    sliced.note();
    vi.advanceTimersByTime(50);
    expect(seen).toMatchObject({ steps: 2, shown: 0 });
    vi.advanceTimersToNextTimer();
    expect(seen).toMatchObject({ steps: 4, shown: 0 });
    vi.runAllTimers();
    expect(seen).toEqual({ begun: 1, steps: 4, shown: 1, idle: 1 });
  });

  it('follow each other after 50 ms while they cost little', () => {
    const { sliced, seen } = rounds(1, 2);
    sliced.note();
    vi.runAllTimers();
    sliced.note();
    vi.advanceTimersByTime(49);
    expect(seen.begun).toBe(1);
    vi.advanceTimersByTime(1);
    expect(seen.begun).toBe(2);
  });

  it('begin every 500 ms when they cost much', () => {
    const { sliced, seen } = rounds(4, 8);
    sliced.note();
    vi.runAllTimers();
    sliced.note();
    vi.advanceTimersByTime(500 - 4 * 8 - 1);
    expect(seen.begun).toBe(1);
    vi.advanceTimersByTime(1);
    expect(seen.begun).toBe(2);
  });

  it('show nothing of a round that was dropped', () => {
    const { sliced, seen } = rounds(4, 8);
    sliced.note();
    vi.advanceTimersByTime(50);
    sliced.drop();
    vi.runAllTimers();
    expect(seen.shown).toBe(0);
  });

  it('can be finished without a pause', () => {
    const { sliced, seen } = rounds(40, 8);
    sliced.note();
    sliced.finish();
    expect(seen.shown).toBe(1);
  });

  it('are waited for until the signal is aborted', async () => {
    const { sliced, seen } = rounds(40, 8);
    const abort = new AbortController();
    const done = sliced.done(abort.signal);
    abort.abort(new Error('cancelled'));
    const refused = expect(done).rejects.toThrow('cancelled');
    await vi.runAllTimersAsync();
    await refused;
    expect(seen.shown).toBe(0);
    const again = sliced.done();
    await vi.runAllTimersAsync();
    await again;
    expect(seen.shown).toBeGreaterThan(0);
  });
});
