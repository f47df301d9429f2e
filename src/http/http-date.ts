const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const IMF_FIXDATE = /^[a-z]{3}, (\d{2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/i;
const RFC850 = /^[a-z]{6,9}, (\d{2})-([a-z]{3})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) GMT$/i;
const ASCTIME = /^[a-z]{3} ([a-z]{3}) ([ \d]\d) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i;

/**
 * RFC 9110 section 5.6.7: milliseconds since the epoch of an HTTP-date; null when the value is not
 * a date.
 */
export function parseHttpDate(value: string, now: number = Date.now()): number | null {
  const text = value.trim();
  const fixdate = IMF_FIXDATE.exec(text);
  if (fixdate) {
    const [, day, month, year, hour, minute, second] = fixdate;
    return instant([year, month, day, hour, minute, second]);
  }
  const rfc850 = RFC850.exec(text);
  if (rfc850) {
    const [, day, month, year, hour, minute, second] = rfc850;
    return instant([fullYear(Number(year), now), month, day, hour, minute, second]);
  }
  const asctime = ASCTIME.exec(text);
  if (!asctime) return null;
  const [, month, day, hour, minute, second, year] = asctime;
  return instant([year, month, day, hour, minute, second]);
}

/** A two-digit year more than 50 years in the future is the most recent year with those digits. */
function fullYear(twoDigits: number, now: number): string {
  const current = new Date(now).getUTCFullYear();
  const year = current - (current % 100) + twoDigits;
  return String(year > current + 50 ? year - 100 : year);
}

function instant(parts: readonly (string | undefined)[]): number | null {
  const [year, monthName, day, hour, minute, second] = parts;
  const month = MONTHS.indexOf((monthName ?? '').toLowerCase());
  const fields = [Number(year), Number(day), Number(hour), Number(minute), Number(second)] as const;
  const [y, d, h, m, s] = fields;
  if (month < 0 || h > 23 || m > 59 || s > 60) return null;
  const time = Date.UTC(y, month, d, h, m, s);
  const date = new Date(Date.UTC(y, month, d));
  return date.getUTCDate() === d && date.getUTCMonth() === month ? time : null;
}
