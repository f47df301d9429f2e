import type { Timings } from '../http/exchange.ts';
import { asNumber, isRecord } from './loose.ts';

/**
 * HAR 1.2 `timings`; null when they do not tell the parts of the duration apart. Programs without
 * such numbers write the whole duration as `wait`. `connect` includes `ssl` there.
 */
export function entryTimings(raw: unknown, duration: number | null): Timings | null {
  if (!isRecord(raw) || duration === null) return null;
  const part = (name: string): number => Math.max(asNumber(raw[name]) ?? 0, 0);
  const ssl = part('ssl');
  const timings = {
    blocked: part('blocked'),
    dns: part('dns'),
    connect: Math.max(part('connect') - ssl, 0),
    ssl,
    send: part('send'),
    wait: part('wait'),
    receive: part('receive'),
  };
  const rest = duration - timings.wait;
  return timings.wait > 0 && rest > ROUNDING ? timings : null;
}

/** Programs round the numbers differently. */
const ROUNDING = 0.01;
