import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LATE, Question, withDeadline } from '../../../src/extension/devtools/deadline.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<number>(() => undefined);
const rules = { milliseconds: 100, failed: -1 };

describe('a deadline', () => {
  it('gives the answer that comes in time', async () => {
    expect(await withDeadline(async () => 7, rules)).toBe(7);
  });

  it('gives LATE when nothing comes', async () => {
    const asked = withDeadline(never, rules);
    await vi.advanceTimersByTimeAsync(100);
    expect(await asked).toBe(LATE);
  });

  it('survives a browser that refuses or throws at once', async () => {
    const refuse = () => Promise.reject(new Error('gone'));
    const fail = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(await withDeadline(refuse, rules)).toBe(-1);
    expect(await withDeadline(fail, rules)).toBe(-1);
  });
});

describe('a question', () => {
  /** A question that the test answers by hand. */
  function asked() {
    const answers: ((value: number) => void)[] = [];
    const onLate = vi.fn();
    const ask = vi.fn(() => new Promise<number>((resolve) => answers.push(resolve)));
    const question = new Question({ milliseconds: 100, nothing: 0, onLate });
    return { answers, onLate, ask, question };
  }

  it('is not asked during a pause that doubles, and its lateness is told once', async () => {
    const { ask, onLate, question } = asked();
    const began = Date.now();
    const times: number[] = [];
    ask.mockImplementation(() => {
      times.push(Date.now() - began);
      return never();
    });
    while (Date.now() < began + 2_000) {
      const answer = question.ask(ask);
      await vi.advanceTimersByTimeAsync(100);
      expect(await answer).toBe(0);
    }
    // Each is late after 100 ms; the pauses are 100, 200, 400 and 800 ms.
    expect(times).toEqual([0, 200, 500, 1_000, 1_900]);
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('is asked again at once when the late answer comes', async () => {
    const { answers, ask, question } = asked();
    const late = question.ask(ask);
    await vi.advanceTimersByTimeAsync(100);
    expect(await late).toBe(0);
    answers[0]?.(5);
    await vi.advanceTimersByTimeAsync(0);
    const next = question.ask(ask);
    answers[1]?.(6);
    expect(await next).toBe(6);
  });
});
