import { expect } from 'vitest';

/** Milliseconds that any growth is forgiven: start-up, garbage collection. */
const SLACK = 150;
/** So long a run is not disturbed by what happens once. */
const LONG = 500;

/**
 * Milliseconds of processor time, which a busy machine does not stretch; the better of two runs. Each
 * run gets an input of its own, since what is computed from an exchange is kept.
 */
function cost<T>(make: () => T, work: (input: T) => void): number {
  const once = (): number => {
    const input = make();
    const before = process.cpuUsage();
    work(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const first = once();
  return first > LONG ? first : Math.min(first, once());
}

/** Work on twice the input may take three times as long, not four. */
export function expectLinear<T>(make: (size: number) => T, size: number, work: (input: T) => void) {
  work(make(size / 2));
  const [less, more] = [cost(() => make(size / 2), work), cost(() => make(size), work)];
  expect(more, `${less.toFixed(0)} ms for half of it`).toBeLessThan(less * 3 + SLACK);
}
