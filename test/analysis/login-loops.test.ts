import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { expectSameInAnyOrder, flowsAfter } from '../helpers/any-order.ts';
import { APP, spa } from '../traffic/clients.ts';
import { type LoginSketch, redirect, requestUrl, responseUrl } from '../traffic/sketch.ts';

/** The server answers at once, and the application takes the code and asks for a login again. */
function round(index: number, more: Partial<LoginSketch> = {}): readonly Exchange[] {
  const sketch: LoginSketch = { ...spa, ...more, seed: `round ${index}` };
  const at = index * 0.4;
  return [
    redirect(at, requestUrl(sketch), responseUrl(sketch)),
    redirect(at + 0.1, responseUrl(sketch), `${APP}/`),
    redirect(at + 0.2, `${APP}/`, requestUrl({ ...sketch, seed: `round ${index + 1}` })),
  ];
}

const loopOf = (rounds: number): readonly Exchange[] =>
  Array.from({ length: rounds }, (_, index) => round(index)).flat();

const concluded = (exchanges: readonly Exchange[], looks: ReadonlySet<number> = new Set()) =>
  flowsAfter(exchanges, looks).map(({ flow, outcome, verdict, findings }) => ({
    id: flow.id,
    outcome,
    text: verdict.text,
    findings: findings.map(({ check, observed }) => `${check}: ${observed}`),
  }));

describe('a loop of logins', () => {
  it('is told once, by its last round', () => {
    const texts = concluded(loopOf(5)).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('The login runs in a loop'))).toEqual([
      'The login runs in a loop: 5 logins within 2 s, one every 400 ms. Each brought a code, and then the application asked for a login again.',
    ]);
    expect(texts.at(-1)).toMatch(/^The login runs in a loop/);
  });

  it('is the same in any order of arrival', () => {
    expectSameInAnyOrder(loopOf(4), concluded, 30);
  });

  it('moves to the new last round when it goes on', () => {
    const recording = loopOf(4);
    const looks = new Set(recording.keys());
    expect(concluded(recording, looks)).toEqual(concluded(recording));
  });

  it('is no loop in three frames at the same time', () => {
    const frames = ['a', 'b', 'c'].flatMap((frame, index) =>
      round(index).map((exchange) => ({ ...exchange, destination: 'iframe' as const, frame })),
    );
    expect(concluded(frames).filter(({ text }) => /loop/.test(text))).toEqual([]);
  });
});
