import type { Exchange } from '../http/exchange.ts';

/** Files of several recorders as one recording: in the order of time, each exchange once. */
export function mergeExchanges(files: readonly (readonly Exchange[])[]): readonly Exchange[] {
  const known = new Map<string, number>();
  const merged: Exchange[] = [];
  for (const exchanges of files) {
    for (const exchange of exchanges) {
      const key = keyOf(exchange);
      // Only another file can hold the same exchange again; in one file it was sent twice.
      const source = known.get(key);
      if (source !== undefined && source !== exchange.source) continue;
      known.set(key, exchange.source);
      merged.push(exchange);
    }
  }
  return merged.sort((a, b) => a.startedAt - b.startedAt);
}

function keyOf({ startedAt, request }: Exchange): string {
  return `${startedAt} ${request.method} ${request.url}`;
}
