import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  inShownTimes,
  momentTitle,
  nextTimeForm,
  startedAtTitle,
  type TimeForm,
  timeForm,
  timeInFlow,
  timeOfDay,
} from '../../../panels/oauth/view/time.ts';
import { exactMoment, moment } from '../../../src/words/times.ts';
import { analysedFlow } from '../fixtures.ts';
import { login } from '../recording.ts';

const AT = Date.UTC(2026, 0, 5, 14, 2, 11, 678);
const DAY = 86_400_000;
const zone = process.env.TZ;

/** What is written in one form. */
function as(form: TimeForm, write: () => string): string {
  timeForm.value = form;
  return write();
}

beforeAll(() => {
  process.env.TZ = 'America/New_York';
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});
afterEach(() => {
  timeForm.value = 'relative';
});

describe('a time of day', () => {
  it.each([
    ['relative', '09:02:11'],
    ['local', '09:02:11'],
    ['utc', '14:02:11Z'],
  ] as const)('%s is %s', (form, text) => {
    expect(as(form, () => timeOfDay(AT, { today: AT }))).toBe(text);
  });

  it('has a date when it is not today in the chosen zone', () => {
    const late = Date.UTC(2026, 0, 6, 3);
    expect(as('local', () => timeOfDay(late, { today: AT }))).toBe('22:00:00');
    expect(as('utc', () => timeOfDay(late, { today: AT }))).toBe('2026-01-06 03:00:00Z');
  });

  it('can be to the millisecond', () => {
    expect(as('utc', () => timeOfDay(AT, { today: AT, exact: true }))).toBe('14:02:11.678Z');
  });

  it.each([Number.NaN, Infinity, 1e20])('of %d is a dash', (at) => {
    expect(timeOfDay(at)).toBe('–');
    expect(momentTitle(at)).toBe('–');
    expect(as('local', () => timeInFlow(at, AT))).toBe('–');
  });
});

describe('a time in a flow', () => {
  it.each([
    ['relative', '+1.5 s'],
    ['local', '09:02:13.178'],
    ['utc', '14:02:13.178Z'],
  ] as const)('%s is %s', (form, text) => {
    expect(as(form, () => timeInFlow(AT + 1_500, AT))).toBe(text);
  });
});

describe('a text of the analysis', () => {
  const text = `The attempt of ${moment(AT)} failed; see ${exactMoment(AT + 9_400)}.`;
  const shown = (form: TimeForm, start?: number) =>
    as(form, () => inShownTimes(text, start)).replaceAll('2026-01-05 ', '');

  it('names moments as the list does', () => {
    expect(shown('local')).toBe('The attempt of 09:02:11 failed; see 09:02:21.078.');
    expect(shown('utc')).toBe('The attempt of 14:02:11Z failed; see 14:02:21.078Z.');
    expect(shown('relative', AT)).toBe(
      'The attempt of 09:02:11 (-678 ms) failed; see 09:02:21.078 (+9.4 s).',
    );
  });

  it('leaves quoted moments and other numbers as they are', () => {
    const quoted = 'it said "expired 2026-01-05 14:02:11 UTC", id 2026-01-05 14:02:11';
    expect(as('local', () => inShownTimes(quoted))).toBe(quoted);
    const none = '9999-99-99 99:99:99 UTC';
    expect(as('local', () => inShownTimes(none))).toBe(none);
  });

  it('is read in linear time', () => {
    const before = performance.now();
    inShownTimes('"2026-01-05 '.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('the tooltip of a message', () => {
  it('has local time, UTC, the distance from the first message and the clock of the server', () => {
    const ahead = login().map((one) =>
      one.id !== 'a3' || !one.response
        ? one
        : {
            ...one,
            response: {
              ...one.response,
              headers: [
                ...one.response.headers,
                { name: 'Date', value: new Date(one.startedAt + DAY).toUTCString() },
              ],
            },
          },
    );
    const { flow } = analysedFlow({}, ahead);
    const last = flow.messages[2]?.exchange;
    expect(last && startedAtTitle(last, flow).split('\n')).toEqual([
      '2026-01-05 09:02:20.900 local time',
      '2026-01-05 14:02:20.900 UTC',
      '+9.9 s from the first message',
      "the server's clock is 24.0 h ahead of this machine's (± 521 ms)",
    ]);
  });
});

it('the switch goes through all forms', () => {
  expect([nextTimeForm('relative'), nextTimeForm('local'), nextTimeForm('utc')]).toEqual([
    'local',
    'utc',
    'relative',
  ]);
});
