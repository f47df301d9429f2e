import type { Exchange } from '../../../src/http/exchange.ts';
import { exactMoment } from '../../../src/words/times.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Time of day by the clock of this machine. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '–';
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part)).join(':');
}

/** When an exchange started, with the recorder's own time if its clock differs. */
export function startedAtTitle({ startedAt, clock }: Exchange): string {
  if (!clock || clock.shift === 0) return exactMoment(startedAt);
  return `${exactMoment(startedAt)}; its recorder wrote ${exactMoment(startedAt - clock.shift)}`;
}
