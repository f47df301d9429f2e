import type { ClockLimit } from './clocks.ts';
import type { Trace } from './trace.ts';

/** A moment by the clock of one source. */
interface Moment {
  readonly source: number;
  readonly at: number;
}

/** When the request went out. */
export function startOf({ exchange: { source, startedAt } }: Trace): Moment {
  return { source, at: startedAt };
}

/** When the answer was complete, as far as the recorder knows. */
export function endOf({ exchange: { source, startedAt, duration } }: Trace): Moment {
  return { source, at: startedAt + (duration ?? 0) };
}

/** Limits that follow when one event came before the other. The two may have different clocks. */
export function order(early: Moment, late: Moment): readonly ClockLimit[] {
  if (early.source === late.source) return [];
  return [{ source: early.source, against: late.source, most: late.at - early.at }];
}
