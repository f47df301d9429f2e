import { endOf, order, startOf } from './clock-moments.ts';
import type { ClockLimit } from './clocks.ts';
import type { Trace } from './trace.ts';

/** A request that made a server use a value before it answered. */
export interface Call {
  readonly asked: Trace;
  readonly use: Trace;
}

/**
 * Requests before and after a use that are compared. With more traffic in between, their order
 * proves nothing.
 */
const MAX_NEIGHBOURS = 20;

/**
 * Likely limits from what a server sent close to such a use. It probably sent it for the same
 * request: metadata before the use, userinfo after it.
 */
export function clockHints(
  traces: readonly Trace[],
  calls: readonly Call[],
): readonly ClockLimit[] {
  if (calls.length === 0) return [];
  const bySource = new Map<number, Trace[]>();
  const places = new Map<Trace, number>();
  for (const trace of traces) {
    const all = bySource.get(trace.exchange.source);
    if (all) all.push(trace);
    else bySource.set(trace.exchange.source, [trace]);
  }
  for (const all of bySource.values()) {
    for (const [place, trace] of all.sort(byStart).entries()) places.set(trace, place);
  }
  return calls.flatMap(({ asked, use }) => {
    const all = bySource.get(use.exchange.source) ?? [];
    const place = places.get(use) ?? 0;
    const near = all.slice(Math.max(0, place - MAX_NEIGHBOURS), place + MAX_NEIGHBOURS + 1);
    const reach = asked.exchange.duration ?? 0;
    return near
      .filter((trace) => isNear(trace, use, reach))
      .flatMap((trace) => [
        ...order(startOf(asked), startOf(trace)),
        ...order(endOf(trace), endOf(asked)),
      ]);
  });
}

function byStart(a: Trace, b: Trace): number {
  return a.exchange.startedAt - b.exchange.startedAt || (a.exchange.id < b.exchange.id ? -1 : 1);
}

function isNear(one: Trace, other: Trace, reach: number): boolean {
  return Math.abs(one.exchange.startedAt - other.exchange.startedAt) <= reach;
}
