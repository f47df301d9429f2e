import { breathe, createPace } from '../http/pace.ts';
import type { Work } from './redact-recording.ts';

/** Works on one item after another, with pauses, so that a page stays responsive. */
export async function inTurns<From, To>(
  items: readonly From[],
  { signal, onProgress }: Work,
  step: (item: From) => To,
): Promise<readonly To[]> {
  const pace = createPace();
  const done: To[] = [];
  for (const item of items) {
    done.push(step(item));
    if (!pace.isDue()) continue;
    onProgress?.(done.length / items.length);
    await breathe();
    signal?.throwIfAborted();
    pace.rested();
  }
  onProgress?.(1);
  return done;
}
