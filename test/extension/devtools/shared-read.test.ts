import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedRead } from '../../../src/extension/devtools/shared-read.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A read that the test answers at its own time. */
function reader() {
  const waiting: ((answer: number) => void)[] = [];
  const read = vi.fn(() => new Promise<number>((resolve) => waiting.push(resolve)));
  return { read, answer: (value: number) => waiting.shift()?.(value) };
}

describe('sharedRead', () => {
  it('gives all callers during a read the answer of the next read', async () => {
    const { read, answer } = reader();
    const shared = sharedRead(read, 0);
    const first = shared();
    const others = [shared(), shared(), shared()];
    expect(read).toHaveBeenCalledTimes(1);
    answer(1);
    expect(await first).toBe(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(2);
    answer(2);
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads anew when nothing runs', async () => {
    const shared = sharedRead(vi.fn().mockResolvedValueOnce(1).mockResolvedValueOnce(2), 0);
    expect([await shared(), await shared()]).toEqual([1, 2]);
  });

  it('answers with nothing when the read rejects', async () => {
    expect(await sharedRead(() => Promise.reject(new Error('gone')), 0)()).toBe(0);
  });

  it('does not wait forever, and reads again afterwards', async () => {
    const { read } = reader();
    const shared = sharedRead(read, 0);
    const stuck = shared();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await stuck).toBe(0);
    void shared();
    expect(read).toHaveBeenCalledTimes(2);
  });
});
