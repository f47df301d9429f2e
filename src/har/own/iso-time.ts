/** ECMA-262 section 21.4.1.1: the last moment of a date. */
const LAST = 8.64e15;

/** A moment as HAR 1.2 writes it; a number that is no date becomes the closest one. */
export function isoTime(milliseconds: number): string {
  const moment = Math.max(0, Math.min(LAST, Math.floor(milliseconds)));
  return new Date(Number.isNaN(moment) ? 0 : moment).toISOString();
}
