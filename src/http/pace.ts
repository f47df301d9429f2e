/** Milliseconds of work before a pause; a delay of twice that is noticeable. */
const TURN = 25;

/** Pauses so that drawing, clicks and signals are handled. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Says after each piece of work whether a pause is due, after so many milliseconds. */
export function createPace(turn = TURN): { isDue(): boolean; rested(): void } {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= turn,
    rested() {
      since = performance.now();
    },
  };
}

/**
 * The chunks of a source until the signal is aborted. Then it rejects with the signal's reason at
 * once, even if the source never delivers another chunk.
 */
export async function* until<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  if (!signal) {
    yield* source;
    return;
  }
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  // One promise for each step: a single one would keep every chunk in memory until the end.
  let stop: (reason: unknown) => void = () => undefined;
  const onAbort = () => stop(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const next = () =>
    new Promise<IteratorResult<T>>((resolve, reject) => {
      stop = reject;
      iterator.next().then(resolve, reject);
    });
  try {
    for (let part = await next(); !part.done; part = await next()) {
      yield part.value;
      signal.throwIfAborted();
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: a source that delivers nothing may never end.
    iterator.return?.()?.catch(() => undefined);
  }
}
