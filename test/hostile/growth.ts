import { expect } from 'vitest';

/** Milliseconds of growth that do not count: start-up, garbage collection. */
const SLACK = 150;
/** Milliseconds. A run of this length is not disturbed by single events. */
const LONG = 500;

/**
 * Milliseconds of processor time, the better of two runs. A busy machine does not stretch it. Each
 * run gets a new input, because results are cached by exchange.
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
