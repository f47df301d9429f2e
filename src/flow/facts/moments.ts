import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';

/**
 * When the client had the answer, in milliseconds by the client's own clock. Null when another
 * clock was used: a proxy's, or one that was aligned with the browser's.
 */
export function receivedAt(exchange: Exchange): number | null {
  return isByClient(exchange) ? endOf(exchange) : null;
}

/** When the answer was complete, by any clock, in milliseconds. */
export function endOf({ startedAt, duration }: Exchange): number {
  return startedAt + (duration ?? 0);
}

/** Whether the times of an exchange come from the machine that the client runs on. */
export function isByClient({ clock, destination, request }: Exchange): boolean {
  if (clock) return false;
  return destination !== 'unknown' || headerValue(request.headers, 'origin') !== null;
}

/**
 * The shortest possible time between the starts of two exchanges, in milliseconds. Less than the
 * difference of the two times when they come from two clocks.
 */
export function leastBetween(first: Exchange, second: Exchange): number {
  const apart = second.startedAt - first.startedAt;
  if (first.source === second.source) return apart;
  const late = first.clock ? first.clock.most - first.clock.shift : 0;
  const early = second.clock ? second.clock.shift - second.clock.least : 0;
  return apart - late - early;
}

/** A second request that follows this soon did not wait for what the first one brought. */
const TOO_SOON = 500;

/** Whether the second of two requests was sent before the client could use the answer to the first. */
export function overlap(one: Exchange, other: Exchange): boolean {
  if (one.source !== other.source) return false;
  const [first, second] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  return second.startedAt <= endOf(first) + TOO_SOON;
}
