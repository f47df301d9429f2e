import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import { LogSchedule } from '../../../src/extension/devtools/log-schedule.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A schedule during requests that finish every so many milliseconds. */
function schedule() {
  const read = vi.fn(async () => undefined);
  const log = new LogSchedule(CHROMIUM.logPace, read);
  const requests = async (milliseconds: number, every: number) => {
    for (let passed = 0; passed < milliseconds; passed += every) {
      log.activity(true);
      await vi.advanceTimersByTimeAsync(every);
    }
  };
  return { read, requests };
}

it('the log is not read while the page is busy, and once it rests', async () => {
  const { read, requests } = schedule();
  await requests(20_000, 20);
  expect(read).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(read).toHaveBeenCalledTimes(1);
});

it('the log is read in spite of some requests', async () => {
  const { read, requests } = schedule();
  await requests(20_000, 200);
  expect(read.mock.calls.length).toBeGreaterThan(3);
});

it('the log of a page that never rests is read now and then', async () => {
  const { read, requests } = schedule();
  await requests(150_000, 20);
  expect(read).toHaveBeenCalledTimes(2);
});
