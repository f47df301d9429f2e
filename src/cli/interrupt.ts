/** A signal that Ctrl+C aborts. `end` gives Ctrl+C its usual meaning back. */
export function interruptible(): { readonly signal: AbortSignal; end(): void } {
  const cancel = new AbortController();
  const onInterrupt = () => cancel.abort();
  process.once('SIGINT', onInterrupt);
  return { signal: cancel.signal, end: () => process.off('SIGINT', onInterrupt) };
}
