const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DELIMITER = /[\t\u0020-\u002F\u003B-\u0040\u005B-\u0060\u007B-\u007E]+/;

/**
 * RFC 6265 section 5.1.1: milliseconds since the epoch; null when browsers ignore the date. The
 * parts may stand in any order.
 */
export function parseCookieDate(text: string): number | null {
  let time: RegExpExecArray | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;
  for (const token of text.split(DELIMITER)) {
    const clock: RegExpExecArray | null = time
      ? null
      : /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/.exec(token);
    if (clock) time = clock;
    else if (day === null && /^\d{1,2}(?:\D|$)/.test(token)) day = Number.parseInt(token, 10);
    else if (month === null && monthOf(token) >= 0) month = monthOf(token);
    else if (year === null && /^\d{2,4}(?:\D|$)/.test(token)) year = fullYear(token);
  }
  if (!time || day === null || month === null || year === null) return null;
  const [hour = 0, minute = 0, second = 0] = time.slice(1).map(Number);
  if (day < 1 || day > 31 || year < 1601 || hour > 23 || minute > 59 || second > 59) return null;
  return Date.UTC(year, month, day, hour, minute, second);
}

function monthOf(token: string): number {
  return MONTHS.indexOf(token.slice(0, 3).toLowerCase());
}

function fullYear(token: string): number {
  const year = Number.parseInt(token, 10);
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}
