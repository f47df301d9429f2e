/** Milliseconds that a function takes. */
export function time(run: () => void): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The median. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Bytes on the heap after garbage collection. */
export function liveBytes(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Milliseconds of processor time that this process has used in all threads. A busy machine does not change it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** Milliseconds of processor time that a function takes. */
export function effort(run: () => void): number {
  const start = processorTime();
  run();
  return processorTime() - start;
}

/** The same of a function that waits. */
export async function cpuTime(run: () => Promise<unknown>): Promise<number> {
  const start = processorTime();
  await run();
  return processorTime() - start;
}
