import { breathe, createPace } from '../http/pace.ts';
import type { Work } from './redact-recording.ts';

/** Works on one item after another, with pauses, so that a page stays responsive. */
export async function inTurns<From, To>(
  items: readonly From[],
  work: Work,
  step: (item: From) => To,
): Promise<readonly To[]> {
  const done: To[] = [];
  function* steps(): Generator<number> {
    for (const item of items) {
      done.push(step(item));
      yield done.length / items.length;
    }
  }
  await stepsInTurns(steps(), work);
  return done;
}

/** Runs steps with pauses. A step may say how far the work is. */
export async function stepsInTurns(
  steps: Iterable<number | undefined>,
  { signal, onProgress }: Work,
): Promise<void> {
  const pace = createPace();
  for (const share of steps) {
    if (!pace.isDue()) continue;
    if (share !== undefined) onProgress?.(share);
    await breathe();
    signal?.throwIfAborted();
    pace.rested();
  }
}
