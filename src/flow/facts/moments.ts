import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';

/**
 * When the client had the answer, in milliseconds by the client's own clock; null when another
 * clock was looked at: that of a proxy, or of a recorder that was brought in line with the browser.
 */
export function receivedAt(exchange: Exchange): number | null {
  return isByClient(exchange) ? endOf(exchange) : null;
}

/** When the answer was complete, by whatever clock; milliseconds. */
export function endOf({ startedAt, duration }: Exchange): number {
  return startedAt + (duration ?? 0);
}

/** Whether the times of an exchange are those of the machine that the client runs on. */
export function isByClient({ clock, destination, request }: Exchange): boolean {
  if (clock) return false;
  return destination !== 'unknown' || headerValue(request.headers, 'origin') !== null;
}

/**
 * How much later the second exchange started at the least, in milliseconds: less than what the two
 * times say when they are those of two clocks.
 */
export function leastBetween(first: Exchange, second: Exchange): number {
  const apart = second.startedAt - first.startedAt;
  if (first.source === second.source) return apart;
  const late = first.clock ? first.clock.most - first.clock.shift : 0;
  const early = second.clock ? second.clock.shift - second.clock.least : 0;
  return apart - late - early;
}
