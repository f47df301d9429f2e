import { expect } from 'vitest';

/** Milliseconds that any growth is forgiven: start-up, garbage collection. */
const SLACK = 150;
/** So long a run is not disturbed by what happens once. */
const LONG = 500;

/** Milliseconds of processor time, which a busy machine does not stretch; the better of two runs. */
function cost(work: () => void): number {
  const once = (): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const first = once();
  return first > LONG ? first : Math.min(first, once());
}

/** Work on twice the input may take three times as long, not four. */
export function expectLinear<T>(make: (size: number) => T, size: number, work: (input: T) => void) {
  const [half, whole] = [make(size / 2), make(size)];
  work(half);
  const [less, more] = [cost(() => work(half)), cost(() => work(whole))];
  expect(more, `${less.toFixed(0)} ms for half of it`).toBeLessThan(less * 3 + SLACK);
}
