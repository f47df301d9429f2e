/** Milliseconds of work after which others get their turn; half of what a person notices. */
const TURN = 25;

/** Lets everything else that waits have its turn: drawing, clicks, signals. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Makes a function that says whether others have waited long enough; asked after each piece. */
export function createPace(): { isDue(): boolean; rested(): void } {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= TURN,
    rested() {
      since = performance.now();
    },
  };
}

/**
 * The chunks of a source, until the signal is given: then it rejects with the signal's reason, at
 * once, even while the source is silent.
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
  // One promise for each step: one that lives as long as the reading would hold every chunk.
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
    // Not awaited: a source that is silent does not end either.
    iterator.return?.()?.catch(() => undefined);
  }
}
