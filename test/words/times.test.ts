import { describe, expect, it } from 'vitest';
import {
  duration,
  elapsed,
  exactMoment,
  moment,
  readMoment,
  span,
  WRITTEN_MOMENT,
} from '../../src/words/times.ts';

describe('a length of time', () => {
  it.each([
    [42, '42 ms', '42 ms'],
    [9_400, '9 s', '9.4 s'],
    [180_000, '3 min', '3.0 min'],
    [10_800_000, '3 h', '3.0 h'],
    [259_200_000, '3 days', '3 days'],
  ])('%i ms is %s in a sentence and %s beside a message', (milliseconds, sentence, table) => {
    expect(span(milliseconds)).toBe(sentence);
    expect(duration(milliseconds)).toBe(table);
  });

  it('has no sign in a sentence', () => {
    expect(span(-9_400)).toBe('9 s');
  });

  it('shows its direction when it counts from a moment', () => {
    expect([elapsed(0, 0), elapsed(5, 0), elapsed(0, 1_500)]).toEqual(['0 ms', '-5 ms', '+1.5 s']);
  });
});

describe('a moment', () => {
  const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

  it('is in UTC, to the second or to the millisecond', () => {
    expect(moment(at)).toBe('2026-01-02 03:04:05 UTC');
    expect(exactMoment(at)).toBe('2026-01-02 03:04:05.678 UTC');
  });

  it('can be a number that is not a date', () => {
    expect(moment(1e20)).toBe('100000000000000000000');
    expect(exactMoment(1e20)).toBe('–');
  });
});

describe('a written moment', () => {
  it('is recognised and read', () => {
    const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
    for (const written of [moment(at), exactMoment(at)]) {
      expect(WRITTEN_MOMENT.exec(`at ${written}.`)?.[0]).toBe(written);
    }
    expect([readMoment(moment(at)), readMoment(exactMoment(at))]).toEqual([at - 678, at]);
  });
});
