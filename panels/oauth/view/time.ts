import type { Exchange } from '../../../src/http/exchange.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Time of day by the clock of this machine. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '–';
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part)).join(':');
}

/** The moment in UTC to the millisecond. */
export function absoluteTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? '–'
    : date.toISOString().replace('T', ' ').replace('Z', ' UTC');
}

/** When an exchange started, and what its recorder wrote when that had another clock. */
export function startedAtTitle({ startedAt, clock }: Exchange): string {
  if (!clock || clock.shift === 0) return absoluteTime(startedAt);
  return `${absoluteTime(startedAt)}; its recorder wrote ${absoluteTime(startedAt - clock.shift)}`;
}

/** A length of time as the Network panel writes it. */
export function duration(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (!Number.isFinite(length)) return '–';
  if (length < 1_000) return `${Math.round(milliseconds)} ms`;
  if (length < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  if (length < 5_400_000) return `${(milliseconds / 60_000).toFixed(1)} min`;
  if (length < 172_800_000) return `${(milliseconds / 3_600_000).toFixed(1)} h`;
  return `${Math.round(milliseconds / 86_400_000)} days`;
}

/** How long after another moment. */
export function elapsed(start: number, at: number): string {
  const difference = at - start;
  return `${difference > 0 ? '+' : ''}${duration(difference)}`;
}
