/** A length of time in a sentence: without a sign, rounded to a whole number of one unit. */
export function span(milliseconds: number): string {
  const value = Math.abs(milliseconds);
  if (value < 1_000) return `${Math.round(value)} ms`;
  const seconds = Math.round(value / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

/** How far a moment is from another one, in a sentence: `3 s before`, `at the same moment as`. */
export function apart(at: number, from: number): string {
  if (at === from) return 'at the same moment as';
  return `${span(at - from)} ${at < from ? 'before' : 'after'}`;
}

/** A length of time beside a message, as the Network panel writes it. */
export function duration(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (!Number.isFinite(length)) return '–';
  if (length < 1_000) return `${Math.round(milliseconds)} ms`;
  if (length < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  if (length < 5_400_000) return `${(milliseconds / 60_000).toFixed(1)} min`;
  if (length < 172_800_000) return `${(milliseconds / 3_600_000).toFixed(1)} h`;
  return `${Math.round(milliseconds / 86_400_000)} days`;
}

/** How long after another moment: `+1.2 s`. */
export function elapsed(start: number, at: number): string {
  const difference = at - start;
  return `${difference > 0 ? '+' : ''}${duration(difference)}`;
}

/** A moment in UTC, to the second; the number itself when it is not a date. */
export function moment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? String(milliseconds)
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A moment in UTC, to the millisecond. */
export function exactMoment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? '–'
    : date.toISOString().replace('T', ' ').replace('Z', ' UTC');
}

/** A moment as `moment` or `exactMoment` writes it. */
export const WRITTEN_MOMENT = /\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})? UTC\b/;

/** The milliseconds of a moment that is written like that. */
export function readMoment(written: string): number {
  return Date.parse(written.replace(' UTC', 'Z').replace(' ', 'T'));
}
