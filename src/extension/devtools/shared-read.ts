/** After this many milliseconds a read counts as over, even if the browser has not answered. */
const PATIENCE = 5_000;

/**
 * Lets at most one read run at a time. All callers that come while it runs share the next one,
 * because the running one may be older than what they look for.
 */
export function sharedRead<T>(read: () => Promise<T>, nothing: T): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    const late = new Promise<T>((resolve) => setTimeout(resolve, PATIENCE, nothing));
    const current = Promise.race([read().catch(() => nothing), late]).finally(() => {
      if (running === current) running = null;
    });
    running = current;
    return current;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
}
