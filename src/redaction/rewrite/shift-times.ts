import type { Exchange } from '../../http/exchange.ts';
import type { RehearsalNote } from '../../http/rehearsal-note.ts';

/** Where the recording begins afterwards. */
const START = Date.UTC(2020, 0, 1);
/** Numbers that are further away from the recording are no times of it. */
const NEAR = 5 * 365 * 24 * 3_600_000;

const SECONDS = /^\d{10}(?:\.\d{1,9})?$/;
const MILLISECONDS = /^\d{13}$/;
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const HTTP_DATE = /[A-Z][a-z]{2}, \d\d([ -])[A-Z][a-z]{2}[ -](?:\d{4}|\d\d) \d\d:\d\d:\d\d GMT/g;

/** Milliseconds that are added to every time of a recording: whole seconds. */
export function shiftOf(first: number): number {
  return Math.round((START - first) / 1_000) * 1_000;
}

/** Moves a value that is a time near the recording. All other values stay. */
export function shiftedTime(value: string, shift: number, first: number): string {
  const isNear = (time: number): boolean => Math.abs(time - first) < NEAR;
  if (SECONDS.test(value) && isNear(Number(value) * 1_000)) {
    const [whole = '', ...fraction] = value.split('.');
    return [String(Number(whole) + shift / 1_000), ...fraction].join('.');
  }
  if (MILLISECONDS.test(value) && isNear(Number(value))) return String(Number(value) + shift);
  const [, , fraction = '', zone = ''] = ISO.exec(value) ?? [];
  if (zone === '' || !isNear(Date.parse(value))) return shiftedDates(value, shift, first);
  const offset = zone === 'Z' ? 0 : Date.parse(value.replace(zone, 'Z')) - Date.parse(value);
  const moved = new Date(Date.parse(value) + shift + offset).toISOString();
  return moved.slice(0, 19) + fraction + zone;
}

/** Moves the dates of HTTP in a header field (RFC 9110 section 5.6.7, RFC 6265). */
function shiftedDates(text: string, shift: number, first: number): string {
  return text.replace(HTTP_DATE, (date, separator: string) => {
    const time = Date.parse(date.replaceAll('-', ' '));
    if (!(Math.abs(time - first) < NEAR)) return date;
    const moved = new Date(time + shift).toUTCString();
    if (separator === ' ') return moved;
    const [day, date2, month, year, ...rest] = moved.split(' ');
    return `${day} ${date2}-${month}-${year} ${rest.join(' ')}`;
  });
}

/** An exchange whose mark of a rehearsal has the moved times. */
export function withRehearsal(exchange: Exchange, shift: number): Exchange {
  const { rehearsed } = exchange;
  if (!rehearsed) return exchange;
  const { armedAt, hitAt } = rehearsed;
  return {
    ...exchange,
    rehearsed: { ...rehearsed, armedAt: armedAt + shift, hitAt: hitAt + shift },
  };
}

/** A line of the journal with the moved times. */
export function laterNote(note: RehearsalNote, shift: number): RehearsalNote {
  return {
    ...note,
    armedAt: note.armedAt + shift,
    endedAt: note.endedAt === null ? null : note.endedAt + shift,
    hits: note.hits.map((hit) => ({ ...hit, at: hit.at + shift })),
  };
}
