import { signal } from '@preact/signals';
import type { Flow } from '../../../src/flow/flow.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import {
  duration,
  elapsed,
  exactMoment,
  readMoment,
  WRITTEN_MOMENT,
} from '../../../src/words/times.ts';

/** The forms of times, in the order in which the switch goes through them. */
export const TIME_FORMS = ['relative', 'local', 'utc'] as const;

/**
 * How the panel writes moments. `relative` counts from the first message of a flow; where there is no
 * such message, as in the list of flows, it shows the local time.
 */
export type TimeForm = (typeof TIME_FORMS)[number];

/** The form that the user has chosen. The store keeps it equal to the setting. */
export const timeForm = signal<TimeForm>('relative');

/** The parts of a moment in the chosen zone. */
function partsOf(at: number, form: TimeForm) {
  const date = new Date(at);
  const zone = form === 'utc' ? 0 : date.getTimezoneOffset();
  const iso = new Date(at - zone * 60_000).toISOString();
  return { day: iso.slice(0, -14), time: iso.slice(-13, -5), thousandths: iso.slice(-5, -1) };
}

/** The largest time of a `Date`, less a day for the zone. */
const isMoment = (at: number): boolean => Math.abs(at) < 8.63e15;

interface Style {
  /** With milliseconds. */
  readonly exact?: boolean;
  /** The day that needs no date. Default: today. */
  readonly today?: number;
}

/** The time of day: local, or in UTC when the user has chosen it. A date precedes it on another day. */
export function timeOfDay(at: number, { exact = false, today = Date.now() }: Style = {}): string {
  if (!isMoment(at)) return '–';
  const form = timeForm.value;
  const { day, time, thousandths } = partsOf(at, form);
  const date = isMoment(today) && partsOf(today, form).day === day ? '' : `${day} `;
  return `${date}${time}${exact ? thousandths : ''}${form === 'utc' ? 'Z' : ''}`;
}

/** The time of a message in its flow, which began at `start`. The list of flows has the date. */
export function timeInFlow(at: number, start: number): string {
  if (timeForm.value === 'relative') return elapsed(start, at);
  return timeOfDay(at, { exact: true, today: start });
}

/** Texts in quotes are what others wrote. They stay as they are. */
const QUOTE_OR_MOMENT = new RegExp(`"[^"]*"|${WRITTEN_MOMENT.source}`, 'g');

/**
 * A text of the analysis with its moments in the chosen form. With the start of the flow, relative
 * times stand beside the local ones.
 */
export function inShownTimes(text: string, start: number | null = null): string {
  return text.replace(QUOTE_OR_MOMENT, (found) => {
    if (found.startsWith('"')) return found;
    const at = readMoment(found);
    if (Number.isNaN(at)) return found;
    const time = timeOfDay(at, { exact: found.includes('.') });
    if (timeForm.value !== 'relative' || start === null) return time;
    return `${time} (${elapsed(start, at)})`;
  });
}

/** The moment in every form, for a tooltip. */
export function momentTitle(at: number): string {
  if (!isMoment(at)) return '–';
  const { day, time, thousandths } = partsOf(at, 'local');
  return `${day} ${time}${thousandths} local time\n${exactMoment(at)}`;
}

/** The start of an exchange in every form, and what its clocks are known to differ by. */
export function startedAtTitle(exchange: Exchange, flow: Flow | null = null): string {
  const { startedAt, clock } = exchange;
  const lines = [momentTitle(startedAt)];
  const first = flow?.messages[0]?.exchange;
  if (first && first !== exchange) {
    lines.push(`${elapsed(first.startedAt, startedAt)} from the first message`);
  }
  if (clock && clock.shift !== 0) {
    lines.push(`its recorder wrote ${exactMoment(startedAt - clock.shift)}`);
  }
  if (flow?.facts.clock) lines.push(serverClock(flow.facts.clock));
  return lines.join('\n');
}

/** The clock of the server against this machine's. */
function serverClock({ offset, uncertainty }: NonNullable<Flow['facts']['clock']>): string {
  const range = `± ${duration(uncertainty)}`;
  if (Math.abs(offset) <= uncertainty)
    return `the server's clock agrees with this machine's (${range})`;
  const direction = offset > 0 ? 'ahead of' : 'behind';
  return `the server's clock is ${duration(Math.abs(offset))} ${direction} this machine's (${range})`;
}

/** How a form is called, on the switch and in the settings. */
export const TIME_FORM_WORDS: Readonly<
  Record<TimeForm, { readonly name: string; readonly text: string }>
> = {
  relative: {
    name: 'Relative',
    text: 'since the first message of the flow; local time in the list of flows',
  },
  local: { name: 'Local', text: 'local time' },
  utc: { name: 'UTC', text: 'Coordinated Universal Time, marked with Z' },
};

/** The form after this one. */
export function nextTimeForm(form: TimeForm): TimeForm {
  return TIME_FORMS[(TIME_FORMS.indexOf(form) + 1) % TIME_FORMS.length] ?? 'relative';
}
